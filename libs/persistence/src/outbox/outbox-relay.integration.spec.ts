import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { propagation } from '@opentelemetry/api';
import type { OutgoingRecord } from '@tocsin/messaging';
import { inTransaction } from '../transaction/in-transaction.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { OutboxRelay } from './outbox-relay.js';
import { writeOutbox } from './outbox-writer.js';
import type { Publisher } from './publisher.port.js';

const FAST = { leaseMs: 300, requestTimeoutMs: 150, pollMs: 20 };

let test: TestDatabase;
let relays: OutboxRelay[];
let errors: unknown[];
beforeEach(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL']);
  relays = [];
  errors = [];
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  await test.close();
});

/** A topic as a list; its `answer` decides what the relay hears. */
class FakeBroker implements Publisher {
  readonly log: string[] = [];
  inFlight = new Set<string>();
  overlaps = 0;
  answer: (records: readonly OutgoingRecord[]) => Promise<void> = async () => undefined;

  async publish(records: readonly OutgoingRecord[]): Promise<void> {
    const keys = records.map(({ key }) => String(key));
    this.overlaps += keys.filter((key) => this.inFlight.has(key)).length;
    this.overlaps += keys.length - new Set(keys).size;
    keys.forEach((key) => this.inFlight.add(key));
    try {
      await this.answer(records);
    } finally {
      keys.forEach((key) => this.inFlight.delete(key));
    }
    this.append(records);
  }

  append(records: readonly OutgoingRecord[]): void {
    this.log.push(...records.map(({ key, value }) => `${String(key)}=${String(value)}`));
  }

  ofKey(key: string): string[] {
    return this.log.filter((entry) => entry.startsWith(`${key}=`));
  }
}

const write = (...entries: string[]) =>
  inTransaction(test.database, (tx) =>
    writeOutbox(
      tx,
      entries.map((entry) => {
        const [key = '', value = ''] = entry.split('=');
        return { topic: 'out', key, value: Buffer.from(value), headers: { traceparent: 't' } };
      }),
    ),
  );

function relayTo(publisher: Publisher, settings = {}): OutboxRelay {
  const onError = (error: unknown) => void errors.push(error);
  const relay = new OutboxRelay(
    { database: test.database, publisher, onError },
    { ...FAST, ...settings },
  );
  relays.push(relay);
  return relay;
}

const unsent = async (): Promise<number> =>
  (await test.database.query('SELECT count(*)::int AS n FROM outbox WHERE sent_at IS NULL'))[0].n;

async function until(condition: () => boolean | Promise<boolean>, timeoutMs = 5_000) {
  const end = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('Waited in vain.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
const drained = () => until(async () => (await unsent()) === 0);
const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

describe('what commits reaches the broker', () => {
  it('every row once, per key in order, one in flight', async () => {
    const broker = new FakeBroker();
    broker.answer = () => pause(2);
    await write('a=1', 'b=1', 'a=2', 'a=3', 'b=2');
    relayTo(broker).start();
    await drained();

    expect(broker.ofKey('a')).toEqual(['a=1', 'a=2', 'a=3']);
    expect(broker.ofKey('b')).toEqual(['b=1', 'b=2']);
    expect(broker.overlaps).toBe(0);
    expect(errors).toEqual([]);
  });

  it('below a span of its own where its trace is recorded', async () => {
    const inject = (_: unknown, carrier: unknown) =>
      void ((carrier as Record<string, string>)['traceparent'] = 'of the send');
    propagation.setGlobalPropagator({ inject, extract: (context) => context, fields: () => [] });
    const sent: OutgoingRecord[] = [];
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    await inTransaction(test.database, (tx) =>
      writeOutbox(tx, [{ topic: 'x', key: 'k', value: null, headers: { traceparent } }]),
    );
    relayTo({
      publish: async (records) => {
        sent.push(...records);
      },
    }).start();
    await drained();
    propagation.disable();

    expect(sent[0]?.headers).toEqual({ traceparent: 'of the send' });
  });

  it('with its value, tombstones and headers untouched', async () => {
    const sent: OutgoingRecord[] = [];
    const headers = { traceparent: '00-ab-cd-01', binary: Buffer.from([0, 255]) };
    await inTransaction(test.database, (tx) =>
      writeOutbox(tx, [
        { topic: 'x', key: 'k', value: Buffer.from([0, 159]), headers },
        { topic: 'x', key: 'gone', value: null, headers: {} },
      ]),
    );
    relayTo({
      publish: async (records) => {
        sent.push(...records);
      },
    }).start();
    await drained();

    expect(sent).toEqual([
      { topic: 'x', key: Buffer.from('k'), value: Buffer.from([0, 159]), headers },
      { topic: 'x', key: Buffer.from('gone'), value: null, headers: {} },
    ]);
  });

  it('within 50 ms of the commit, as a rule, without polling', async () => {
    const broker = new FakeBroker();
    relayTo(broker, { pollMs: 10_000, leaseMs: 5_000 }).start();
    await write('warm=1');
    await drained();

    const waits: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      await write(`k=${n}`);
      const committed = performance.now();
      await until(() => broker.log.includes(`k=${n}`));
      waits.push(performance.now() - committed);
    }
    expect(waits.sort((a, b) => a - b)[4]).toBeLessThan(50);
  });

  it('also when the connection that listens is cut', async () => {
    const broker = new FakeBroker();
    relayTo(broker).start();
    await write('a=1');
    await drained();
    await test.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE query LIKE 'LISTEN%' AND application_name = $1`,
      [`tocsin-${test.settings.schema}`],
    );
    await write('a=2');
    await drained();
    expect(broker.ofKey('a')).toEqual(['a=1', 'a=2']);
  });

  it('and is cleaned away after the retention, never before it was sent', async () => {
    const broker = new FakeBroker();
    await write('a=1');
    await test.database.query(`UPDATE outbox SET created_at = now() - interval '9 days'`);
    const first = relayTo(broker, { retentionMs: 0 });
    expect(await first.oldestUnsentAgeSeconds()).toBeGreaterThan(9 * 86_000);
    first.start();
    await drained();
    await first.stop();
    expect(await first.oldestUnsentAgeSeconds()).toBe(0);

    relayTo(broker, { retentionMs: 0 }).start();
    await until(async () => (await test.database.query('SELECT 1 FROM outbox')).length === 0);
    expect(broker.log).toEqual(['a=1']);
  });
});

describe('the last record of a key is its newest', () => {
  it('when a publish fails: it waits until the old one is out of the way, then sends again', async () => {
    const broker = new FakeBroker();
    let failures = 1;
    let failedAt = 0;
    broker.answer = async (records) => {
      if (failures-- > 0) {
        failedAt = performance.now();
        // Lands although the answer is an error, as after a lost acknowledgement.
        setTimeout(() => broker.append(records), FAST.requestTimeoutMs / 2);
        throw new Error('connection lost');
      }
      expect(performance.now() - failedAt).toBeGreaterThanOrEqual(FAST.requestTimeoutMs);
    };
    await write('a=1', 'a=2');
    relayTo(broker).start();
    await drained();

    expect(broker.ofKey('a')).toEqual(['a=1', 'a=1', 'a=2']);
    expect(errors).toEqual([new Error('connection lost')]);
  });

  it('when the answer and the record come later than any patience', async () => {
    const broker = new FakeBroker();
    let hang = true;
    let answerLate: () => void = () => undefined;
    broker.answer = () => {
      if (!hang) return Promise.resolve();
      hang = false;
      return new Promise<void>((resolve) => (answerLate = resolve));
    };
    await write('a=1', 'a=2');
    relayTo(broker).start();
    await drained();
    expect(broker.ofKey('a').at(-1)).toBe('a=2');

    answerLate();
    await until(() => broker.ofKey('a').length === 4);
    await drained();
    expect(broker.ofKey('a').slice(-2)).toEqual(['a=1', 'a=2']);
  });

  it('when a relay dies in the middle of a publish and another takes over', async () => {
    const broker = new FakeBroker();
    // Dies: its publish never ends, and it stops renewing its leases.
    const dying = relayTo({ publish: () => new Promise(() => undefined) });
    dying.start();
    await write('a=1', 'a=2');
    await until(async () => (await leaseEnds()) !== null);
    Object.assign(dying, { extend: async () => undefined, pass: async () => false });
    const leaseEnd = (await leaseEnds()) as number;

    let firstPublish = 0;
    broker.answer = async () => void (firstPublish ||= Date.now());
    relayTo(broker).start();
    await drained();
    expect(firstPublish).toBeGreaterThanOrEqual(leaseEnd + FAST.requestTimeoutMs - 20);
    expect(broker.ofKey('a')).toEqual(['a=1', 'a=2']);
  });

  it('when a zombie publishes an old record after its successor', async () => {
    const broker = new FakeBroker();
    let wake: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    let asleepSince = 0;
    // The process is stopped between its last look at the lease and the write to the socket.
    const zombie = relayTo(
      {
        publish: async (records) => {
          asleepSince ||= Date.now();
          await asleep;
          broker.append(records);
        },
      },
      { requestTimeoutMs: 60_000 },
    );
    await write('a=1');
    zombie.start();
    await until(() => asleepSince > 0);
    Object.assign(zombie, { extend: async () => undefined });

    relayTo(broker).start();
    await drained();
    await write('a=2');
    await drained();
    expect(broker.ofKey('a')).toEqual(['a=1', 'a=2']);

    wake();
    await until(() => broker.ofKey('a').length === 4);
    expect(broker.ofKey('a')).toEqual(['a=1', 'a=2', 'a=1', 'a=2']);
  });
});

describe('several relays', () => {
  it('share the shards and publish every row once', async () => {
    const brokers = [new FakeBroker(), new FakeBroker()] as const;
    brokers.forEach((broker) => relayTo(broker).start());
    await until(async () => {
      const owners = await test.database.query(
        'SELECT count(*)::int AS n FROM outbox_shard WHERE owner IS NOT NULL GROUP BY owner',
      );
      return owners.length === 2 && owners.every(({ n }: { n: number }) => n === 8);
    });
    const entries = Array.from({ length: 200 }, (_, n) => `key-${n % 50}=${n}`);
    await write(...entries);
    await drained();

    expect(brokers.every(({ log }) => log.length > 0)).toBe(true);
    expect(brokers.flatMap(({ log }) => log).sort()).toEqual([...entries].sort());
  });

  it('hand over at once when one stops in good order', async () => {
    const first = relayTo(new FakeBroker(), { leaseMs: 60_000 });
    first.start();
    await write('a=1');
    await drained();
    await first.stop();

    const broker = new FakeBroker();
    relayTo(broker).start();
    await write('a=2');
    const start = Date.now();
    await drained();
    expect(Date.now() - start).toBeLessThan(1_000);
  });
});

/** Milliseconds since the epoch at which the held leases end, null when none is held. */
async function leaseEnds(): Promise<number | null> {
  const [{ at }] = await test.database.query(
    'SELECT max(lease_until) AS at FROM outbox_shard WHERE owner IS NOT NULL',
  );
  return at && (at as Date).getTime();
}
