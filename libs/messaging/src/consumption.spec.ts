import { describe, expect, it } from '@jest/globals';

import { pause, until } from './conformance/harness.js';
import { jsonCodec } from './conformance/json-codec.js';
import { ManualEnvironment } from './conformance/manual-environment.js';
import { Consumption } from './consumption.js';
import { PermanentError } from './errors.js';
import { InMemoryBroker } from './memory/in-memory-broker.js';
import type { Outcome } from './outcome.js';
import { deadLetter, ok } from './outcome.js';
import type { StatefulSubscription, Transaction } from './subscription.js';

interface Item {
  readonly n: number;
}
type Tx = Item[];

/** A database of one table: rows and position change together or not at all. */
class Database {
  rows: Item[] = [];
  position: bigint | null = null;
  settled: bigint[] = [];
  /** How often settling fails before it succeeds. */
  away = 0;
  /** Dead letters in the broker when it was last settled. */
  letters = 0;
  atSettling: () => Promise<bigint | undefined> = async () => undefined;
  committedAtSettling: bigint | undefined;
  rollbacks = 0;

  readonly transaction: Transaction<Tx> = (next) => async (messages, context) => {
    const tx: Tx = [];
    const outcomes = await next(messages, { ...context, tx });
    if (outcomes.some(({ kind }) => kind === 'retry' || kind === 'deadLetter')) {
      this.rollbacks += 1;
      if (messages.length > 1) throw new Error('a record of the batch failed');
      return outcomes;
    }
    context.signal.throwIfAborted();
    this.rows.push(...tx);
    this.position = (messages.at(-1)?.offset ?? 0n) + 1n;
    return outcomes;
  };
}

async function scene(database: Database, count: number) {
  const environment = new ManualEnvironment();
  const broker = new InMemoryBroker({ maxRecordBytes: 10_000, now: () => environment.time });
  broker.createTopic('in', 1);
  broker.createTopic('in-g-dlq', 1);
  const value = (n: number) => Buffer.from(JSON.stringify({ n }));
  await broker.publish(
    Array.from({ length: count }, (_, n) => ({
      topic: 'in',
      key: `${n}`,
      value: value(n),
      headers: {},
    })),
  );
  const subscription: StatefulSubscription<Item, Tx> = {
    topic: 'in',
    group: 'g',
    transaction: database.transaction,
    position: {
      load: async () => database.position,
      settle: async (_group, _topic, _partition, offset) => {
        if (database.away-- > 0) throw new Error('away');
        database.settled.push(offset);
        database.committedAtSettling = await database.atSettling();
        database.letters = broker.read('in-g-dlq').length;
      },
    },
    handler: async (messages, { tx }): Promise<Outcome[]> =>
      messages.map(({ payload }) => {
        if (payload.n === 5) return deadLetter('PERMANENT', new PermanentError('ERR_5', 'five'));
        tx.push(payload);
        return ok();
      }),
    options: { retry: { attempts: 1, backoffMs: 1, maxBackoffMs: 1, delays: [] } },
  };
  const start = async () => {
    const consumption = new Consumption<Item, Tx>(subscription, broker, jsonCodec, environment);
    return { consumption, member: await broker.subscribe(consumption.request) };
  };
  const committed = async () => (await broker.committed('g', 'in')).get(0)?.offset;
  return { broker, environment, start, committed };
}
const numbers = (rows: readonly Item[]) => rows.map(({ n }) => n);

describe('a stateful service', () => {
  it('rolls back and bisects around a bad record; every other one has one effect', async () => {
    const database = new Database();
    const { broker, start } = await scene(database, 8);
    await start();
    await until('all rows', () => database.rows.length === 7);
    await pause(10);
    expect(numbers(database.rows)).toEqual([0, 1, 2, 3, 4, 6, 7]);
    expect(database.rollbacks).toBeGreaterThan(1);
    expect(broker.read('in-g-dlq').map(({ value }) => String(value))).toEqual(['{"n":5}']);
    await broker.close();
  });

  it('settles what left for the dead letters once they are written, before the commit', async () => {
    const database = new Database();
    database.away = 2;
    const { broker, environment, start, committed } = await scene(database, 8);
    database.atSettling = committed;
    await start();
    await until('the end', () => database.settled.length > 0);
    await pause(10);
    expect(database.settled).toEqual([8n]);
    expect(database.letters).toBe(1);
    expect(database.committedAtSettling).toBeUndefined();
    expect(await committed()).toBe(8n);
    expect(environment.codes()).toContain('ERR_MESSAGING_POSITION_SETTLE');
    await broker.close();
  });

  it('has nothing to settle where every record took effect', async () => {
    const database = new Database();
    const { broker, start, committed } = await scene(database, 5);
    await start();
    await until('all rows', () => database.rows.length === 5);
    await pause(10);
    expect(await committed()).toBe(5n);
    expect(database.settled).toEqual([]);
    await broker.close();
  });

  it.each([
    ['its own position', 2n],
    ['the earliest record, where it had none yet,', null],
  ])('goes back to %s when an older database is restored', async (_, position) => {
    const database = new Database();
    const { broker, start, committed } = await scene(database, 4);
    const { member } = await start();
    await until('all rows', () => database.rows.length === 4);
    await member.stop(100);
    expect(await committed()).toBe(4n);

    database.rows = database.rows.slice(0, Number(position ?? 0n));
    database.position = position;
    await start();
    await until('the lost rows', () => database.rows.length === 4);
    expect(numbers(database.rows)).toEqual([0, 1, 2, 3]);
    await broker.close();
  });

  it('skips what its database has already when Kafka’s commit is behind', async () => {
    const database = new Database();
    database.position = 3n;
    const { broker, start, committed } = await scene(database, 5);
    expect(await committed()).toBeUndefined();
    await start();
    await until('the new rows', () => database.rows.length === 2);
    expect(numbers(database.rows)).toEqual([3, 4]);
    await broker.close();
  });

  it('commits what its database has already, though no other record comes', async () => {
    const database = new Database();
    database.position = 5n;
    const { broker, start, committed } = await scene(database, 5);
    await start();
    await pause(20);
    expect(await committed()).toBe(5n);
    expect(database.rows).toEqual([]);
    await broker.close();
  });

  it('stands still when the log no longer has its position, and never jumps', async () => {
    const database = new Database();
    database.position = 1n;
    const { broker, environment, start, committed } = await scene(database, 5);
    broker.truncate('in', 0, 3n);
    const { consumption } = await start();
    await until('the halt', () => consumption.halted()['in/0'] === 'position');
    await pause(20);
    expect(database.rows).toEqual([]);
    expect(await committed()).toBeUndefined();
    expect(environment.codes()).toEqual(['ERR_MESSAGING_POSITION_OUT_OF_RANGE']);
    await expect(consumption.releaseFuse('in', 0)).rejects.toThrow('no blown fuse');
    await broker.close();
  });
});
