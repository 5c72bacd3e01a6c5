import { persistently } from './backoff.js';
import type { Assignment, Broker, RawBatch, SubscriptionRequest } from './broker.port.js';
import { chain } from './chain.js';
import { chunkLength } from './chunk.js';
import type { Codec } from './codec.port.js';
import type { Environment } from './environment.port.js';
import { Fuse } from './fuse.js';
import type { Message, RawMessage } from './message.js';
import type { Commit } from './middleware/commit.middleware.js';
import type { StepContext } from './middleware/step.js';
import { observePartitions, type Halt, type HeldPartition } from './observe-partitions.js';
import { startAt } from './position.js';
import { RELEASE_POLL_MS, untilReleased } from './release.js';
import type { Subscription, SubscriptionOptions } from './subscription.js';
import { defaultOptions } from './subscription.js';
import { notBeforeOf } from './retry-record.js';
import { retryTopic } from './topic-names.js';

interface Held {
  readonly assignment: Assignment;
  readonly fuse: Fuse;
  /** Where the group stands, as far as this member knows. */
  next: bigint | null;
  /** What the group has committed here, as far as this member knows: where a halt is seen from outside. */
  committed: bigint | null;
  /** Timestamp that the first unfinished record has or is younger than; null when none is known. */
  oldestMs: number | null;
  halt: Halt | null;
}

const key = (topic: string, partition: number) => `${topic}/${partition}`;

/** Joins one subscription's chain to a broker: what is done with an assignment and with a batch. */
export class Consumption<T = never, Tx = never> {
  readonly options: SubscriptionOptions;
  readonly request: SubscriptionRequest;
  private readonly subscription: Subscription<T, Tx>;
  private readonly broker: Broker;
  private readonly environment: Environment;
  private readonly run: Commit;
  private readonly held = new Map<string, Held>();

  constructor(
    subscription: Subscription<T, Tx>,
    broker: Broker,
    codec: Codec,
    environment: Environment,
  ) {
    const { topic, group } = subscription;
    this.subscription = subscription;
    this.broker = broker;
    this.environment = environment;
    this.options = { ...defaultOptions, ...subscription.options };
    this.run = chain(subscription, this.options, codec, { ...environment, publisher: broker });
    this.request = {
      group,
      topics: [
        topic,
        ...this.options.retry.delays.map((delay) => retryTopic(topic, group, delay.name)),
      ],
      onAssigned: (assignment) => this.assigned(assignment),
      onBatch: (batch) => this.batch(batch),
    };
    observePartitions(group, broker, environment.clock, () => this.partitions());
  }

  /** Partitions that stand still, and why, as `topic/partition`. */
  halted(): Readonly<Record<string, Halt>> {
    return Object.fromEntries(
      [...this.held].flatMap(([place, { halt }]) => (halt === null ? [] : [[place, halt]])),
    );
  }

  /**
   * Lets a partition go on after its fuse blew: the operator's word that the cause is mended.
   * @throws Error when the partition isn't held here or its fuse is whole
   */
  async releaseFuse(topic: string, partition: number): Promise<void> {
    const held = this.held.get(key(topic, partition));
    if (held?.halt !== 'fuse') {
      throw new Error(`no blown fuse on ${key(topic, partition)} of ${this.subscription.group}`);
    }
    // Committed first: a restart before the next commit must not find the old state.
    if (held.next !== null) {
      await held.assignment.commit(held.next);
      held.committed = held.next;
      held.assignment.seek(held.next);
    }
    held.fuse.release();
    held.halt = null;
    held.assignment.resume();
  }

  private async assigned(assignment: Assignment): Promise<void> {
    const { topic, partition, committed, signal } = assignment;
    const fuse = Fuse.restore(this.options.fuse, committed?.metadata ?? '');
    const at = committed?.offset ?? null;
    const held: Held = { assignment, fuse, next: at, committed: at, oldestMs: null, halt: null };
    this.held.set(key(topic, partition), held);
    signal.addEventListener('abort', () => this.lost(held), { once: true });
    if (fuse.blown) this.halt(held, 'fuse', 'the fuse was blown before this start');
    if (!('position' in this.subscription)) return;
    const { position, group } = this.subscription;
    const start = await persistently(
      async () => {
        const at = await position.load(group, topic, partition);
        if (at === null && committed === null) return startAt(null, null, undefined);
        return startAt(at, committed, (await this.broker.ranges(topic)).get(partition));
      },
      this.environment,
      signal,
      (error) =>
        this.environment.log.warn('ERR_MESSAGING_POSITION_LOAD', 'the position can not be read', {
          topic,
          partition,
          error: error instanceof Error ? error.message : String(error),
        }),
    );
    if (start.kind === 'halt') this.halt(held, 'position', start.reason);
    if (start.kind === 'seek') {
      held.next = start.offset;
      assignment.seek(start.offset);
      await this.catchUp(held, start.offset);
    }
  }

  /**
   * What took effect before the process died is committed now: if no other record comes, the group would seem to be
   * behind for ever.
   */
  private async catchUp(held: Held, position: bigint): Promise<void> {
    if (held.halt !== null || position <= (held.committed ?? 0n)) return;
    await held.assignment.commit(position, held.fuse.serialise());
    held.committed = position;
  }

  private async batch(batch: RawBatch): Promise<void> {
    const held = this.held.get(key(batch.topic, batch.partition));
    if (held === undefined || held.halt !== null) return;
    const context: StepContext = {
      group: this.subscription.group,
      topic: batch.topic,
      partition: batch.partition,
      signal: batch.signal,
      fuse: held.fuse,
    };
    const isRetryTopic = batch.topic !== this.subscription.topic;
    // Below the position: its effect is in the database already.
    const floor = 'position' in this.subscription ? (held.next ?? 0n) : 0n;
    const skipped = batch.records.findIndex((record) => record.offset >= floor);
    let rest = skipped > 0 ? batch.records.slice(skipped) : batch.records;
    if (skipped < 0) return;
    held.oldestMs = (rest[0] as RawMessage).timestamp;
    try {
      while (rest.length > 0) {
        const now = this.environment.clock.now();
        const length = chunkLength(rest, this.options.maxRecords, now, isRetryTopic);
        if (length === 0) return this.waitUntilDue(held, rest[0] as RawMessage, now);
        const chunk = (length === rest.length ? rest : rest.slice(0, length)) as Message<unknown>[];
        const finished = await this.run(batch, chunk, context);
        const last = chunk[finished - 1] as RawMessage;
        held.next = last.offset + 1n;
        held.committed = held.next;
        // What waits behind it is younger; how much, the next batch tells.
        held.oldestMs = held.next < batch.highWatermark ? last.timestamp : null;
        if (held.fuse.blown) {
          batch.seek(held.next);
          return this.halt(held, 'fuse', 'too many dead letters');
        }
        rest = rest.slice(length);
      }
    } catch (error) {
      // Losing the partition is no failure: whoever has it now reads from the last commit.
      if (!batch.signal.aborted) throw error;
    }
  }

  /** The partition, not the process, waits: nothing is held in memory and a drain isn't held up. */
  private waitUntilDue(held: Held, record: RawMessage, now: number): void {
    const { assignment } = held;
    assignment.seek(record.offset);
    assignment.pause();
    void this.environment.clock.sleep(notBeforeOf(record) - now, assignment.signal).then(() => {
      if (!assignment.signal.aborted && held.halt === null) assignment.resume();
    });
  }

  private halt(held: Held, halt: Halt, reason: string): void {
    const { topic, partition } = held.assignment;
    held.halt = halt;
    held.assignment.pause();
    const code = halt === 'fuse' ? 'ERR_MESSAGING_FUSE' : 'ERR_MESSAGING_POSITION_OUT_OF_RANGE';
    this.environment.log.error(code, `the partition stands still: ${reason}`, { topic, partition });
    if (halt === 'fuse' && held.committed !== null) void this.awaitRelease(held, held.committed);
  }

  /** An operator's word comes by the broker, so that it reaches whichever member holds the partition. */
  private async awaitRelease(held: Held, offset: bigint): Promise<void> {
    const { topic, partition, signal } = held.assignment;
    const standing = { group: this.subscription.group, topic, partition, offset, signal };
    const isStanding = () => held.halt === 'fuse' && held.committed === offset;
    while (await untilReleased(standing, this.broker, this.environment, isStanding)) {
      try {
        await this.releaseFuse(topic, partition);
        const text = 'an operator released the fuse';
        return this.environment.log.warn('MESSAGING_FUSE_RELEASED', text, { topic, partition });
      } catch (error) {
        this.environment.log.warn('ERR_MESSAGING_RELEASE', 'the fuse can not be released yet', {
          topic,
          partition,
          error: error instanceof Error ? error.message : String(error),
        });
        await this.environment.clock.sleep(RELEASE_POLL_MS, signal);
      }
    }
  }

  private lost(held: Held): void {
    const { topic, partition } = held.assignment;
    if (this.held.get(key(topic, partition)) === held) this.held.delete(key(topic, partition));
  }

  private partitions(): HeldPartition[] {
    return [...this.held.values()].map(({ assignment, next, oldestMs, halt }) => ({
      topic: assignment.topic,
      partition: assignment.partition,
      next,
      oldestMs,
      halt,
      isRetry: assignment.topic !== this.subscription.topic,
    }));
  }
}
