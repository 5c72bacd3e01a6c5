import { randomUUID } from 'node:crypto';
import { tracedPublisher } from '@tocsin/messaging';
import type { DataSource } from 'typeorm';
import { pooledPrepared } from '../database/queryable.js';
import { OutboxDrain } from './outbox-drain.js';
import { OutboxRows } from './outbox-rows.js';
import { OutboxWakeup } from './outbox-wakeup.js';
import type { Publisher } from './publisher.port.js';
import { DEFAULT_RELAY_SETTINGS, type RelaySettings } from './relay-settings.js';
import { ShardLeases, type Lease } from './shard-leases.js';

export interface RelayDependencies {
  readonly database: DataSource;
  readonly publisher: Publisher;
  /** Told of everything that stopped a pass; the relay itself goes on for ever. */
  readonly onError: (error: unknown) => void;
}

/** Milliseconds between two clean-ups. */
const CLEAN_EVERY_MS = 60_000;

/**
 * Brings outbox rows to the broker: every row at least once, per key in order, the newest last.
 * Any number of relays share the shards; one that dies is replaced after its leases end.
 */
export class OutboxRelay {
  private readonly settings: RelaySettings;
  private readonly owner = randomUUID();
  private readonly rows: OutboxRows;
  private readonly leases: ShardLeases;
  private readonly outboxDrain: OutboxDrain;
  private readonly wakeup: OutboxWakeup;
  private held: readonly Lease[] = [];
  /** By the monotonic clock, counted from before the renewal was asked for: never later than the database's. */
  private heldUntil = 0;
  private rebalanceAt = 0;
  private cleanAt = 0;
  private running: Promise<void> | undefined;
  private stopping = false;
  private woken = false;
  private wakeSleeper: () => void = () => undefined;

  constructor(
    private readonly deps: RelayDependencies,
    settings: Partial<RelaySettings> = {},
  ) {
    this.settings = { ...DEFAULT_RELAY_SETTINGS, ...settings };
    const db = pooledPrepared(deps.database);
    this.rows = new OutboxRows(db);
    this.leases = new ShardLeases(db, this.owner, this.settings);
    this.wakeup = new OutboxWakeup(deps.database, () => this.wake());
    this.outboxDrain = new OutboxDrain(this.settings, {
      rows: this.rows,
      leases: this.leases,
      publisher: tracedPublisher(deps.publisher),
      owner: this.owner,
      holds: () => performance.now() < this.heldUntil,
      onUnknown: deps.onError,
    });
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Ends after the publish in flight and gives the shards back. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
    await this.wakeup.stop();
    await this.leases.release().catch(this.deps.onError);
  }

  /** Seconds since the oldest unsent row was written, for the gauge that operators are paged by. */
  oldestUnsentAgeSeconds(): Promise<number> {
    return this.rows.oldestUnsentAgeSeconds();
  }

  private async run(): Promise<void> {
    const extending = setInterval(() => void this.extend(), this.settings.leaseMs / 3);
    while (!this.stopping) {
      if (!(await this.pass())) await this.sleep();
    }
    clearInterval(extending);
  }

  /** True when more rows are likely to wait. */
  private async pass(): Promise<boolean> {
    try {
      await this.wakeup.ensure();
      await this.rebalanceWhenDue();
      await this.cleanWhenDue();
      return await this.outboxDrain.drain(this.held);
    } catch (error) {
      this.deps.onError(error);
      return false;
    }
  }

  /** Keeps the leases during a long publish. A lease that couldn't be prolonged stops all publishing. */
  private async extend(): Promise<void> {
    const asked = performance.now();
    try {
      const shards = new Set(await this.leases.extend());
      const complete = this.held.every(({ shard }) => shards.has(shard));
      if (complete) this.heldUntil = asked + this.settings.leaseMs;
      else this.rebalanceAt = this.heldUntil = 0;
    } catch (error) {
      this.deps.onError(error);
    }
  }

  private async rebalanceWhenDue(): Promise<void> {
    const asked = performance.now();
    if (asked < this.rebalanceAt) return;
    this.held = await this.leases.rebalance();
    this.heldUntil = asked + this.settings.leaseMs;
    this.rebalanceAt = asked + this.settings.leaseMs / 3;
  }

  private async cleanWhenDue(): Promise<void> {
    if (performance.now() < this.cleanAt) return;
    this.cleanAt = performance.now() + CLEAN_EVERY_MS;
    await this.rows.clean(this.settings.retentionMs);
  }

  private wake(): void {
    this.woken = true;
    this.wakeSleeper();
  }

  private async sleep(): Promise<void> {
    if (!this.woken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.settings.pollMs);
        this.wakeSleeper = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.woken = false;
  }
}
