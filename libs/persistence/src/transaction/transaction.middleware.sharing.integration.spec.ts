import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { deadLetter, ok, type HandlerContext, type Message } from '@tocsin/messaging';
import { pooled } from '../database/queryable.js';
import { PositionStore } from '../position/position-store.js';
import { context, encodeAsJson, messagesAt } from '../testing/messages.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import type { TransactionHandler, TransactionMiddleware } from './partition-batch.js';
import { createTransactionMiddleware } from './transaction.middleware.js';

let test: TestDatabase;
let transaction: TransactionMiddleware;
beforeEach(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL']);
  await test.database.query('CREATE TABLE effect (name text NOT NULL)');
  transaction = createTransactionMiddleware(test.database, encodeAsJson);
});
afterEach(() => test.close());

const partition = (number: number, signal = context.signal): HandlerContext => ({
  ...context,
  partition: number,
  signal,
});
const at = (number: number, ...offsets: number[]): Message<string>[] =>
  messagesAt(...offsets).map((message) => ({
    ...message,
    partition: number,
    payload: `${number}/${message.offset}`,
  }));
const effects = async () =>
  (await test.database.query('SELECT name FROM effect ORDER BY name')).map(
    ({ name }: { name: string }) => name,
  );
const positions = (...partitions: number[]) =>
  Promise.all(
    partitions.map((each) =>
      new PositionStore(pooled(test.database)).load(context.group, context.topic, each),
    ),
  );

/** One effect a record. Its calls, and a gate that holds each of them until it is opened. */
function gated(failing: (message: Message<string>) => boolean = () => false) {
  const calls: string[][] = [];
  let open: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (open = resolve));
  const handler: TransactionHandler<string> = async (messages, { tx }) => {
    const names = messages.map(({ payload }) => payload);
    calls.push(names);
    await closed;
    await tx.query('INSERT INTO effect SELECT * FROM unnest($1::text[])', [names]);
    return messages.map((message) =>
      failing(message)
        ? deadLetter('POISON', new Error('bad'))
        : ok({ topic: 'out', key: message.payload, value: {} }),
    );
  };
  const begun = async () => {
    while (calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { calls, handler, open, begun };
}

describe('batches that wait while another one runs', () => {
  it('go together, and all their positions move', async () => {
    const { calls, handler, open, begun } = gated();
    const run = transaction(handler);
    const first = run(at(0, 0), partition(0));
    await begun();
    const others = [
      run(at(1, 4, 5), partition(1)),
      run(at(2, 0), partition(2)),
      run(at(3, 7), partition(3)),
    ];
    open();
    expect((await first).map(({ kind }) => kind)).toEqual(['ok']);
    expect((await Promise.all(others)).map(({ length }) => length)).toEqual([2, 1, 1]);
    expect(calls).toEqual([['0/0'], ['1/4', '1/5', '2/0', '3/7']]);
    expect(await effects()).toEqual(['0/0', '1/4', '1/5', '2/0', '3/7']);
    expect(await positions(0, 1, 2, 3)).toEqual([1n, 6n, 1n, 8n]);
    expect(await test.database.query('SELECT count(*)::int AS n FROM outbox')).toEqual([{ n: 5 }]);
  });

  it('leave out what was applied before, batch by batch', async () => {
    const before = gated();
    before.open();
    await transaction(before.handler)(at(1, 4, 5), partition(1));
    const { calls, handler, open, begun } = gated();
    const run = transaction(handler);
    const first = run(at(0, 0), partition(0));
    await begun();
    const others = [run(at(1, 4, 5, 6), partition(1)), run(at(2, 0), partition(2))];
    open();
    await first;
    expect((await Promise.all(others)).map(({ length }) => length)).toEqual([3, 1]);
    expect(calls[1]).toEqual(['1/6', '2/0']);
    expect(await positions(1, 2)).toEqual([7n, 1n]);
  });

  it('of another handler go by themselves, in their turn', async () => {
    const one = gated();
    const other = gated();
    other.open();
    const first = transaction(one.handler)(at(0, 0), partition(0));
    await one.begun();
    const run = transaction(one.handler);
    const later = [
      transaction(other.handler)(at(1, 0), partition(1)),
      run(at(2, 0), partition(2)),
      transaction(other.handler)(at(3, 0), partition(3)),
    ];
    one.open();
    await Promise.all([first, ...later]);
    expect(one.calls).toEqual([['0/0'], ['2/0']]);
    expect(other.calls).toEqual([['1/0', '3/0']]);
  });

  it('are as many as one may have, and the rest goes next', async () => {
    const { calls, handler, open, begun } = gated();
    const run = transaction(handler);
    const first = run(at(0, 0), partition(0));
    await begun();
    const many = (number: number) => at(number, ...Array.from({ length: 200 }, (_, n) => n));
    const others = [1, 2, 3].map((number) => run(many(number), partition(number)));
    open();
    await Promise.all([first, ...others]);
    expect(calls.map(({ length }) => length)).toEqual([1, 400, 200]);
  });

  it('are as many as is said, though one batch alone may have more', async () => {
    const { calls, handler, open, begun } = gated();
    const run = createTransactionMiddleware(test.database, encodeAsJson, {
      everyMs: 0,
      mostRecords: 5,
    })(handler);
    const first = run(at(0, 0), partition(0));
    await begun();
    const sizes = [3, 2, 1, 7];
    const others = sizes.map((size, nth) => {
      const offsets = Array.from({ length: size }, (_, n) => n);
      return run(at(nth + 1, ...offsets), partition(nth + 1));
    });
    open();
    await Promise.all([first, ...others]);
    expect(calls.map(({ length }) => length)).toEqual([1, 5, 1, 7]);
  });
});

describe('batches that come close after one another', () => {
  const everyMs = 2_000;

  it('go together when the next transaction is due, though none runs', async () => {
    const { calls, handler, open } = gated();
    open();
    const run = createTransactionMiddleware(test.database, encodeAsJson, { everyMs })(handler);
    const startedAt = performance.now();
    await run(at(0, 0), partition(0));
    const second = run(at(1, 0), partition(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all([second, run(at(2, 0), partition(2))]);
    expect(calls).toEqual([['0/0'], ['1/0', '2/0']]);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(everyMs);
  });

  it('of another handler are not held up meanwhile', async () => {
    const one = gated();
    const other = gated();
    one.open();
    other.open();
    const paced = createTransactionMiddleware(test.database, encodeAsJson, { everyMs });
    await paced(one.handler)(at(0, 0), partition(0));
    const order: string[] = [];
    const next = paced(one.handler)(at(1, 0), partition(1)).then(() => order.push('next of one'));
    await paced(other.handler)(at(2, 0), partition(2)).then(() => order.push('other'));
    await next;
    expect(order).toEqual(['other', 'next of one']);
  });
});

describe('what is wrong with one of several batches', () => {
  it('is its own: a failing record leaves the others their effects', async () => {
    const { handler, open, begun } = gated(({ payload }) => payload === '2/1');
    const run = transaction(handler);
    const first = run(at(0, 0), partition(0));
    await begun();
    const others = [run(at(1, 0), partition(1)), run(at(2, 0, 1, 2), partition(2))];
    open();
    await first;
    expect((await Promise.all(others)).map((each) => each.map(({ kind }) => kind))).toEqual([
      ['ok'],
      ['ok', 'deadLetter', 'ok'],
    ]);
    expect(await effects()).toEqual(['0/0', '1/0', '2/0', '2/2']);
    expect(await positions(1, 2)).toEqual([1n, 1n]);
  });

  it('is its own: one that another instance has done meanwhile', async () => {
    const { calls, handler, open, begun } = gated();
    const owner = createTransactionMiddleware(test.database, encodeAsJson);
    const run = transaction<string>(async (messages, transaction) => {
      const outcomes = await handler(messages, transaction);
      if (calls.length === 2) await owner(handler)(at(2, 0), partition(2));
      return outcomes;
    });
    const first = run(at(0, 0), partition(0));
    await begun();
    const others = [run(at(1, 0), partition(1)), run(at(2, 0), partition(2))];
    open();
    await first;
    expect(await Promise.all(others)).toEqual([[expect.objectContaining({ kind: 'ok' })], [ok()]]);
    expect(calls).toEqual([['0/0'], ['1/0', '2/0'], ['2/0'], ['1/0']]);
    expect(await effects()).toEqual(['0/0', '1/0', '2/0']);
    expect(await positions(1, 2)).toEqual([1n, 1n]);
  });

  it('is its own: one whose partition is lost', async () => {
    const { calls, handler, open, begun } = gated();
    const lost = new AbortController();
    const run = transaction<string>(async (messages, transaction) => {
      const outcomes = await handler(messages, transaction);
      if (calls.length === 2) lost.abort(new Error('lost'));
      return outcomes;
    });
    const first = run(at(0, 0), partition(0));
    await begun();
    const others = [run(at(1, 0), partition(1)), run(at(2, 0), partition(2, lost.signal))];
    open();
    await first;
    const [kept, gone] = await Promise.allSettled(others);
    expect(kept?.status).toBe('fulfilled');
    expect(gone).toMatchObject({ status: 'rejected', reason: { message: 'lost' } });
    expect(await effects()).toEqual(['0/0', '1/0']);
    expect(await positions(1, 2)).toEqual([1n, null]);
  });

  it('does not begin when its partition was lost while it waited', async () => {
    const { calls, handler, open, begun } = gated();
    const lost = new AbortController();
    const run = transaction(handler);
    const first = run(at(0, 0), partition(0));
    await begun();
    const others = [1, 2, 3].map((number) =>
      run(at(number, 0), partition(number, number === 2 ? lost.signal : undefined)),
    );
    lost.abort(new Error('lost'));
    const settled = Promise.allSettled(others);
    open();
    await first;
    expect((await settled).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(calls).toEqual([['0/0'], ['1/0', '3/0']]);
  });
});
