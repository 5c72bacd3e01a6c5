import type { CommittedOffset, SubscriptionRequest } from '../broker.port.js';
import type { MemoryLog } from './memory-log.js';
import { MemoryReader } from './memory-reader.js';

interface Member {
  readonly request: SubscriptionRequest;
  readers: MemoryReader[];
}

/** The members of one consumer group; partitions are dealt out anew whenever one comes or goes. */
export class MemoryGroup {
  private readonly topics: ReadonlyMap<string, readonly MemoryLog[]>;
  private readonly offsets = new Map<string, CommittedOffset>();
  private readonly members: Member[] = [];

  constructor(topics: ReadonlyMap<string, readonly MemoryLog[]>) {
    this.topics = topics;
  }

  join(request: SubscriptionRequest): Member {
    const member: Member = { request, readers: [] };
    this.members.push(member);
    this.rebalance();
    return member;
  }

  leave(member: Member): void {
    this.members.splice(this.members.indexOf(member), 1);
    void Promise.all(member.readers.map((reader) => reader.lose()));
    this.rebalance();
  }

  committed(topic: string, partition: number): CommittedOffset | null {
    return this.offsets.get(`${topic}/${partition}`) ?? null;
  }

  wake(topic: string): void {
    for (const { readers } of this.members) {
      for (const reader of readers) if (reader.place.topic === topic) reader.wake();
    }
  }

  /** Eagerly, as kafkajs does it: everyone loses everything, then all is dealt out. */
  private rebalance(): void {
    const left = Promise.all(this.members.flatMap(({ readers }) => readers.map((r) => r.lose())));
    const ready = left.then(() => undefined);
    for (const member of this.members) member.readers = [];
    for (const [topic, logs] of this.topics) {
      const takers = this.members.filter(({ request }) => request.topics.includes(topic));
      if (takers.length === 0) continue;
      for (const [partition, log] of logs.entries()) {
        const taker = takers[partition % takers.length] as Member;
        const place = {
          topic,
          partition,
          log,
          committed: () => this.committed(topic, partition),
          commit: (offset: bigint, metadata: string) =>
            void this.offsets.set(`${topic}/${partition}`, { offset, metadata }),
        };
        taker.readers.push(new MemoryReader(place, taker.request, ready));
      }
    }
  }
}
