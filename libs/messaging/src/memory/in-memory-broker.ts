import type {
  Broker,
  BrokerSubscription,
  CommittedOffset,
  LogRange,
  SubscriptionRequest,
} from '../broker.port.js';
import { PermanentError } from '../errors.js';
import type { OutgoingRecord } from '../message.js';
import { MemoryGroup } from './memory-group.js';
import { MemoryLog } from './memory-log.js';

export interface InMemoryBrokerOptions {
  /** Size of key, value and headers beyond which a record is refused. */
  readonly maxRecordBytes: number;
  /** Milliseconds since the epoch, for the records' timestamps. */
  readonly now: () => number;
}

/** A broker in one process for specs and tools: the port's promises without a network. */
export class InMemoryBroker implements Broker {
  private readonly options: InMemoryBrokerOptions;
  private readonly topics = new Map<string, MemoryLog[]>();
  private readonly groups = new Map<string, MemoryGroup>();
  private readonly open = new Set<BrokerSubscription>();

  constructor(options: InMemoryBrokerOptions) {
    this.options = options;
  }

  createTopic(topic: string, partitions: number): void {
    const logs = Array.from({ length: partitions }, (_, index) => new MemoryLog(topic, index));
    this.topics.set(topic, logs);
  }

  /** Everything in a topic, partition by partition. */
  read(topic: string) {
    return this.logs(topic).flatMap((log) => log.read(0n, Number.MAX_SAFE_INTEGER));
  }

  /** Retention in one call: the partition's records below `offset` are gone. */
  truncate(topic: string, partition: number, offset: bigint): void {
    this.logs(topic)[partition]?.truncate(offset);
  }

  async publish(records: readonly OutgoingRecord[]): Promise<void> {
    for (const record of records) {
      if (sizeOf(record) > this.options.maxRecordBytes) {
        throw new PermanentError(
          'ERR_MESSAGING_TOO_LARGE',
          `a record for ${record.topic} is larger than ${this.options.maxRecordBytes} bytes`,
          'TOO_LARGE',
        );
      }
    }
    for (const record of records) {
      const logs = this.logs(record.topic);
      logs[record.partition ?? partitionOf(record.key, logs.length)]?.append(
        record,
        this.options.now(),
      );
    }
    for (const topic of new Set(records.map((record) => record.topic))) {
      for (const group of this.groups.values()) group.wake(topic);
    }
  }

  async subscribe(request: SubscriptionRequest): Promise<BrokerSubscription> {
    for (const topic of request.topics) this.logs(topic);
    const group = this.group(request.group);
    const member = group.join(request);
    const subscription: BrokerSubscription = {
      health: () => ({
        assigned: member.readers.map(({ place: { topic, partition } }) => ({ topic, partition })),
        lastPoll: this.options.now(),
        lag: Object.fromEntries(
          member.readers.map(({ place, lag }) => [`${place.topic}/${place.partition}`, lag]),
        ),
      }),
      stop: async (drainMs) => {
        if (!this.open.delete(subscription)) return;
        const drained = Promise.all(member.readers.map((reader) => reader.drain()));
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise((resolve) => (timer = setTimeout(resolve, drainMs)));
        await Promise.race([drained, late]);
        clearTimeout(timer);
        group.leave(member);
      },
    };
    this.open.add(subscription);
    return subscription;
  }

  async committed(group: string, topic: string): Promise<ReadonlyMap<number, CommittedOffset>> {
    const offsets = this.logs(topic).map((_, partition) => {
      return [partition, this.group(group).committed(topic, partition)] as const;
    });
    return new Map(offsets.flatMap(([partition, at]) => (at === null ? [] : [[partition, at]])));
  }

  async ranges(topic: string): Promise<ReadonlyMap<number, LogRange>> {
    return new Map(this.logs(topic).map((log, partition) => [partition, log.range()]));
  }

  async close(): Promise<void> {
    await Promise.all([...this.open].map((subscription) => subscription.stop(0)));
  }

  private group(name: string): MemoryGroup {
    const group = this.groups.get(name) ?? new MemoryGroup(this.topics);
    this.groups.set(name, group);
    return group;
  }

  private logs(topic: string): MemoryLog[] {
    const logs = this.topics.get(topic);
    if (logs === undefined) throw new Error(`there is no topic ${topic}`);
    return logs;
  }
}

function sizeOf({ key, value, headers }: OutgoingRecord): number {
  const parts = [key, value, ...Object.values(headers).flat()];
  return parts.reduce<number>((sum, part) => sum + (part === null ? 0 : part.length), 0);
}

/** Equal keys go to equal partitions; which ones is no promise. */
function partitionOf(key: OutgoingRecord['key'], partitions: number): number {
  let hash = 0;
  for (const byte of Buffer.from(key ?? '')) hash = (hash * 31 + byte) >>> 0;
  return hash % partitions;
}
