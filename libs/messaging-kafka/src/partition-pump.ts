import type {
  Assignment,
  CommittedOffset,
  PartitionControl,
  RawBatch,
  RawMessage,
  SubscriptionRequest,
} from '@tocsin/messaging';

/** What the pump may ask of the consumer, already bound to its partition. */
export interface PartitionPort {
  seek(offset: bigint): void;
  pause(): void;
  resume(): void;
  commit(offset: bigint, metadata: string): Promise<void>;
  heartbeat(): Promise<void>;
  /** The batch was rejected and comes again. */
  failed(error: unknown): void;
}

export interface Delivery {
  readonly records: readonly RawMessage[];
  readonly highWatermark: bigint;
}

const REDELIVERY_MS = 1_000;

/**
 * One assigned partition, from its assignment to its loss. It works apart from kafkajs' fetch loop,
 * which therefore never waits for a slow handler: it goes on with the heartbeats, with the other
 * partitions and, when the group changes, with joining it again in time.
 */
export class PartitionPump {
  readonly topic: string;
  readonly partition: number;
  private readonly port: PartitionPort;
  private readonly request: SubscriptionRequest;
  private readonly controller = new AbortController();
  private readonly control: PartitionControl;
  private running: Promise<void>;
  /** Paused by the one who handles the batches, or by us while a batch is taking long. */
  private isPaused = false;
  private isHeld = true;
  private restartAt: bigint | undefined;
  private behind = 0;

  constructor(
    place: { topic: string; partition: number },
    port: PartitionPort,
    request: SubscriptionRequest,
  ) {
    this.topic = place.topic;
    this.partition = place.partition;
    this.port = port;
    this.request = request;
    this.running = Promise.resolve();
    this.control = {
      ...place,
      signal: this.controller.signal,
      seek: (offset) => this.whileHeld(() => this.port.seek(offset)),
      pause: () => {
        this.isPaused = true;
        this.apply();
      },
      resume: () => {
        this.isPaused = false;
        this.apply();
      },
    };
    this.apply();
  }

  get isLost(): boolean {
    return this.controller.signal.aborted;
  }

  /** Records between the last delivered one and the end of the log. */
  get lag(): number {
    return this.behind;
  }

  /** Resolves when nothing of this partition is being worked on. */
  get idle(): Promise<void> {
    return this.running;
  }

  /**
   * Asks the subscriber where to begin; nothing is fetched before its answer.
   * @param previous the end of the work that this process still did for an earlier assignment
   */
  start(committed: () => Promise<CommittedOffset | null>, previous: Promise<void>): void {
    this.running = previous.then(async () => {
      if (this.isLost) return;
      try {
        const at = await committed();
        if (at !== null) this.whileHeld(() => this.port.seek((this.restartAt = at.offset)));
        const assignment: Assignment = {
          ...this.control,
          committed: at,
          commit: (offset, metadata) => this.commit(offset, metadata),
        };
        await this.request.onAssigned(assignment);
        this.isHeld = false;
        this.apply();
      } catch (error) {
        if (this.isLost) return;
        this.port.failed(error);
        setTimeout(() => this.start(committed, Promise.resolve()), REDELIVERY_MS);
      }
    });
  }

  /** Resolves when the batch is done with, well or badly; the caller need not wait for it. */
  deliver(delivery: Delivery): Promise<void> {
    this.running = this.running.then(() => this.work(delivery));
    return this.running;
  }

  /** Fetching of this partition waits until the running batch is done. */
  hold(): void {
    this.isHeld = true;
    this.apply();
    void this.running.then(() => {
      this.isHeld = false;
      this.apply();
    });
  }

  lose(reason: string): void {
    this.controller.abort(new Error(`${this.topic}/${this.partition}: ${reason}`));
  }

  private async work({ records, highWatermark }: Delivery): Promise<void> {
    if (this.isLost) return;
    const last = records.at(-1) as RawMessage;
    this.restartAt ??= (records[0] as RawMessage).offset;
    this.behind = Number(highWatermark - last.offset) - 1;
    const batch: RawBatch = {
      ...this.control,
      records,
      highWatermark,
      heartbeat: () => this.port.heartbeat(),
      commit: (offset, metadata) => this.commit(offset, metadata),
    };
    try {
      await this.request.onBatch(batch);
    } catch (error) {
      if (this.isLost) return;
      this.port.failed(error);
      await new Promise((resolve) => setTimeout(resolve, REDELIVERY_MS));
      const from = this.restartAt;
      this.whileHeld(() => this.port.seek(from));
    }
  }

  private async commit(offset: bigint, metadata = ''): Promise<void> {
    if (this.isLost) return;
    await this.port.commit(offset, metadata);
    this.restartAt = offset;
  }

  private apply(): void {
    this.whileHeld(() => (this.isPaused || this.isHeld ? this.port.pause() : this.port.resume()));
  }

  /** What a lost partition still asks for would strike its next holder in this process. */
  private whileHeld(action: () => void): void {
    if (!this.isLost) action();
  }
}
