import type { OutboxRows, OutboxRow } from './outbox-rows.js';
import { toRecord } from './outbox-rows.js';
import type { Publisher } from './publisher.port.js';
import type { RelaySettings } from './relay-settings.js';
import { roundsOf } from './rounds.js';
import type { Lease, ShardLeases } from './shard-leases.js';

export interface DrainDependencies {
  readonly rows: OutboxRows;
  readonly leases: ShardLeases;
  readonly publisher: Publisher;
  readonly owner: string;
  /** Whether the leases given to `drain` still hold by this process's own clock. */
  readonly holds: () => boolean;
  /** Told of a publish whose result is unknown; its shards are in quarantine. */
  readonly onUnknown: (error: unknown) => void;
}

const UNANSWERED = Symbol('unanswered');

/** Publishes the unsent rows of the leased shards, one record in flight per key. */
export class OutboxDrain {
  /** Shards that wait after an unknown result, until this moment of the monotonic clock. */
  private readonly quietUntil = new Map<number, number>();

  constructor(
    private readonly settings: Pick<RelaySettings, 'batchSize' | 'requestTimeoutMs'>,
    private readonly deps: DrainDependencies,
  ) {}

  /** One pass. True when a full batch was read and all of it went out: more is likely to wait. */
  async drain(leases: readonly Lease[]): Promise<boolean> {
    const ready = leases.filter(
      ({ shard, ready }) => ready && performance.now() >= (this.quietUntil.get(shard) ?? 0),
    );
    if (ready.length === 0) return false;
    const rows = await this.deps.rows.unsent(
      ready.map(({ shard }) => shard),
      this.settings.batchSize,
    );
    for (const round of roundsOf(rows)) {
      if (!this.deps.holds() || !(await this.publishRound(round, ready))) return false;
    }
    return rows.length === this.settings.batchSize;
  }

  /** True when every row of the round is acknowledged and marked. */
  private async publishRound(round: readonly OutboxRow[], leases: readonly Lease[]) {
    const publishing = this.deps.publisher.publish(round.map(toRecord));
    let answer: unknown;
    try {
      answer = await answerWithin(publishing, this.settings.requestTimeoutMs);
    } catch (error) {
      await this.quarantine(round, error);
      return false;
    }
    if (answer === UNANSWERED) {
      await this.quarantine(round, new Error('The broker gave no answer in time.'));
      this.repairWhenAnswered(publishing, round);
      return false;
    }
    const marked = await this.deps.rows.markSent(round, leases, this.deps.owner);
    const fenced = round.filter(({ id }) => !marked.has(id));
    // Published without the lease: another relay may have sent newer records of these keys before ours.
    if (fenced.length > 0) await this.deps.rows.reopenNewest(fenced);
    return fenced.length === 0;
  }

  private async quarantine(round: readonly OutboxRow[], error: unknown): Promise<void> {
    this.deps.onUnknown(error);
    const shards = [...new Set(round.map(({ shard }) => shard))];
    const until = performance.now() + this.settings.requestTimeoutMs;
    for (const shard of shards) this.quietUntil.set(shard, until);
    // For whoever takes the shards over; the map above binds this process even if the database is away.
    await this.deps.leases.quarantine(shards);
  }

  /** The answer may come after newer records of the same keys went out: then those must go out again. */
  private repairWhenAnswered(publishing: Promise<void>, round: readonly OutboxRow[]): void {
    publishing
      .catch(() => undefined)
      .then(() => this.deps.rows.reopenNewest(round))
      .catch(this.deps.onUnknown);
  }
}

async function answerWithin(publishing: Promise<void>, timeoutMs: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<typeof UNANSWERED>((resolve) => {
    timer = setTimeout(() => resolve(UNANSWERED), timeoutMs);
  });
  try {
    return await Promise.race([publishing, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
