import type { CommittedOffset, RawBatch, SubscriptionRequest } from '../broker.port.js';
import type { MemoryLog } from './memory-log.js';

export interface ReaderPlace {
  readonly topic: string;
  readonly partition: number;
  readonly log: MemoryLog;
  readonly committed: () => CommittedOffset | null;
  readonly commit: (offset: bigint, metadata: string) => void;
}

const MAX_BATCH = 100;
const REDELIVERY_MS = 5;

/** Delivers one partition to one member for as long as the member holds it. */
export class MemoryReader {
  readonly place: ReaderPlace;
  private readonly request: SubscriptionRequest;
  private readonly controller = new AbortController();
  private next = 0n;
  private isPaused = false;
  private isDraining = false;
  private wakeUp: () => void = () => undefined;
  private readonly ended: Promise<void>;

  constructor(place: ReaderPlace, request: SubscriptionRequest, after: Promise<void>) {
    this.place = place;
    this.request = request;
    this.ended = after.then(() => this.read());
  }

  get lag(): number {
    return Number(this.place.log.range().high - this.next);
  }

  wake(): void {
    this.wakeUp();
  }

  /** Ends before the next batch; resolves when the running one has ended. */
  async drain(): Promise<void> {
    this.isDraining = true;
    this.wake();
    await this.ended;
  }

  /** The partition is another's now. */
  lose(): Promise<void> {
    this.controller.abort(new Error('the partition is lost'));
    this.wake();
    return this.ended;
  }

  private async read(): Promise<void> {
    const { signal } = this.controller;
    if (signal.aborted) return;
    this.rewind();
    const control = this.control();
    try {
      await this.request.onAssigned({ ...control, committed: this.place.committed() });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    while (!signal.aborted && !this.isDraining) {
      const records = this.isPaused ? [] : this.place.log.read(this.next, MAX_BATCH);
      const last = records.at(-1);
      if (last === undefined) {
        await new Promise<void>((resolve) => (this.wakeUp = resolve));
        continue;
      }
      const before = this.next;
      this.next = last.offset + 1n;
      try {
        await this.request.onBatch({
          ...control,
          records,
          highWatermark: this.place.log.range().high,
          heartbeat: () => Promise.resolve(),
        } satisfies RawBatch);
      } catch {
        this.next = this.place.committed()?.offset ?? before;
        await new Promise((resolve) => setTimeout(resolve, REDELIVERY_MS));
      }
    }
  }

  private rewind(): void {
    this.next = this.place.committed()?.offset ?? this.place.log.range().low;
  }

  private control() {
    const { topic, partition } = this.place;
    return {
      topic,
      partition,
      signal: this.controller.signal,
      seek: (offset: bigint) => {
        this.next = offset;
      },
      pause: () => {
        this.isPaused = true;
      },
      resume: () => {
        this.isPaused = false;
        this.wake();
      },
      commit: (offset: bigint, metadata = '') => {
        if (!this.controller.signal.aborted) this.place.commit(offset, metadata);
        return Promise.resolve();
      },
    };
  }
}
