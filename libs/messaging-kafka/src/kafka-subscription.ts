import type {
  BrokerReader,
  BrokerSubscription,
  MessagingLog,
  SubscriptionHealth,
  SubscriptionRequest,
} from '@tocsin/messaging';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';

import { rejoin } from './kafka-errors.js';
import { toRecord } from './kafka-records.js';
import type { PartitionPort } from './partition-pump.js';
import { PartitionPump } from './partition-pump.js';

export interface ConsumerOptions {
  /** Partitions of one member that are worked on at the same time. */
  readonly partitionsConsumedConcurrently: number;
  /** Milliseconds without a heartbeat after which the group gives the partitions to others. */
  readonly sessionTimeoutMs: number;
  readonly heartbeatIntervalMs: number;
}

export const defaultConsumerOptions: ConsumerOptions = {
  partitionsConsumedConcurrently: 2,
  sessionTimeoutMs: 10_000,
  heartbeatIntervalMs: 2_000,
};

/** Of a service that takes what comes of all partitions of a topic into one transaction: it is handed all of them at once. */
export const togetherOptions = {
  partitionsConsumedConcurrently: 64,
} satisfies Partial<ConsumerOptions>;

/** A batch that takes longer leaves the fetch loop and pauses its partition instead. */
const GRACE_MS = 250;
/**
 * How long a fetch may wait until there is as much as is worth it; also how late a resumed partition may be seen. What
 * comes a record at a time is taken together so: each fetch, batch and commit costs all sides as much as many a record.
 */
const MAX_WAIT_MS = 200;
/** Compressed; some ten articles. */
const MIN_BYTES = 64 * 1024;
const RESTART_MS = 5_000;

const key = (topic: string, partition: number) => `${topic}/${partition}`;

/** One member of a consumer group on kafkajs. */
export class KafkaSubscription implements BrokerSubscription {
  private readonly consumer: Consumer;
  private readonly request: SubscriptionRequest;
  private readonly reader: BrokerReader;
  private readonly options: ConsumerOptions;
  private readonly log: MessagingLog;
  private pumps = new Map<string, PartitionPump>();
  private lastPoll: number | null = null;
  private lastHeartbeat = Date.now();
  private isStopping = false;
  private readonly watchdog: NodeJS.Timeout;
  private heartbeat: () => Promise<void> = () => Promise.resolve();

  constructor(
    kafka: Kafka,
    request: SubscriptionRequest,
    reader: BrokerReader,
    options: ConsumerOptions,
    log: MessagingLog,
  ) {
    this.request = request;
    this.reader = reader;
    this.options = options;
    this.log = log;
    this.consumer = kafka.consumer({
      groupId: request.group,
      sessionTimeout: options.sessionTimeoutMs,
      rebalanceTimeout: options.sessionTimeoutMs,
      heartbeatInterval: options.heartbeatIntervalMs,
      maxWaitTimeInMs: MAX_WAIT_MS,
      minBytes: MIN_BYTES,
      allowAutoTopicCreation: false,
    });
    this.listen();
    this.watchdog = setInterval(() => this.watch(), options.heartbeatIntervalMs).unref();
  }

  /** Resolves when the member has joined its group for the first time. */
  async start(): Promise<void> {
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [...this.request.topics], fromBeginning: true });
    await this.run();
  }

  health(): SubscriptionHealth {
    const pumps = [...this.pumps.values()];
    return {
      assigned: pumps.map(({ topic, partition }) => ({ topic, partition })),
      lastPoll: this.lastPoll,
      lag: Object.fromEntries(pumps.map((pump) => [key(pump.topic, pump.partition), pump.lag])),
    };
  }

  async stop(drainMs: number): Promise<void> {
    if (this.isStopping) return;
    this.isStopping = true;
    clearInterval(this.watchdog);
    for (const { topic, partition } of this.pumps.values()) {
      this.consumer.pause([{ topic, partitions: [partition] }]);
    }
    const idle = Promise.all([...this.pumps.values()].map((pump) => pump.idle));
    await within(drainMs, idle);
    this.loseAll('the subscription has stopped');
    // Handlers that heed the signal end now; others can no longer commit.
    await within(GRACE_MS, idle);
    await this.consumer.disconnect();
  }

  private run(): Promise<void> {
    return this.consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: this.options.partitionsConsumedConcurrently,
      eachBatch: (payload) => this.eachBatch(payload),
    });
  }

  private listen(): void {
    const { consumer } = this;
    consumer.on('consumer.group_join', ({ payload }) => this.assign(payload.memberAssignment));
    consumer.on('consumer.rebalancing', () => this.loseAll('the group is rebalancing'));
    consumer.on('consumer.fetch', () => void (this.lastPoll = Date.now()));
    consumer.on('consumer.heartbeat', () => void (this.lastHeartbeat = Date.now()));
    consumer.on('consumer.crash', ({ payload }) => {
      this.loseAll('the consumer has crashed');
      if (!payload.restart && !this.isStopping) this.restart(payload.error);
    });
  }

  private assign(assignment: Readonly<Record<string, readonly number[]>>): void {
    // Kafka may give back what we had; its earlier work must be over before it begins again.
    const earlier = new Map([...this.pumps].map(([place, pump]) => [place, pump.idle]));
    this.loseAll('the group has been dealt out anew');
    this.lastHeartbeat = Date.now();
    for (const [topic, partitions] of Object.entries(assignment)) {
      const committed = once(() => this.reader.committed(this.request.group, topic));
      for (const partition of partitions) {
        const place = { topic, partition };
        const pump = new PartitionPump(place, this.port(topic, partition), this.request);
        this.pumps.set(key(topic, partition), pump);
        pump.start(
          async () => (await committed()).get(partition) ?? null,
          earlier.get(key(topic, partition)) ?? Promise.resolve(),
        );
      }
    }
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, resolveOffset, heartbeat, isStale } = payload;
    this.heartbeat = heartbeat;
    const pump = this.pumps.get(key(batch.topic, batch.partition));
    if (pump === undefined || pump.isLost) throw rejoin('a batch came for a lost partition');
    if (isStale() || batch.messages.length === 0 || this.isStopping) return;
    const done = pump.deliver({
      records: batch.messages.map((each) => toRecord(batch.topic, batch.partition, each)),
      highWatermark: BigInt(batch.highWatermark),
    });
    // Where the next fetch begins, unless the work seeks elsewhere; nothing is committed by it.
    resolveOffset(batch.lastOffset());
    if (!(await within(GRACE_MS, done))) pump.hold();
    await heartbeat();
  }

  private port(topic: string, partition: number): PartitionPort {
    const at = [{ topic, partitions: [partition] }];
    return {
      seek: (offset) => this.consumer.seek({ topic, partition, offset: String(offset) }),
      pause: () => this.consumer.pause(at),
      resume: () => void (this.isStopping || this.consumer.resume(at)),
      commit: (offset, metadata) =>
        this.consumer.commitOffsets([{ topic, partition, offset: String(offset), metadata }]),
      heartbeat: () => this.heartbeat(),
      failed: (error) =>
        this.log.error('ERR_MESSAGING_BATCH', 'a batch failed and comes again', {
          topic,
          partition,
          error: error instanceof Error ? error.message : String(error),
        }),
    };
  }

  /** The broker has given our partitions away by now, whether or not we can hear it say so. */
  private watch(): void {
    if (Date.now() - this.lastHeartbeat > this.options.sessionTimeoutMs) {
      this.loseAll('the session has expired');
    }
  }

  private loseAll(reason: string): void {
    for (const pump of this.pumps.values()) pump.lose(reason);
    this.pumps = new Map();
  }

  /** kafkajs gives up on errors that it takes for final; a service must not stay deaf. */
  private restart(error: Error): void {
    this.log.error('ERR_KAFKA_CONSUMER', 'the consumer has crashed and starts again', {
      group: this.request.group,
      error: error.message,
    });
    setTimeout(() => {
      if (this.isStopping) return;
      this.consumer
        .connect()
        .then(() => this.run())
        .catch((again: Error) => this.restart(again));
    }, RESTART_MS);
  }
}

/** Whether the work was done within `ms`. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return done;
}

function once<R>(work: () => Promise<R>): () => Promise<R> {
  let result: Promise<R> | undefined;
  return () => {
    result ??= work().catch((error: unknown) => {
      result = undefined;
      throw error;
    });
    return result;
  };
}
