import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  DependencyDownError,
  PermanentError,
  deadLetter,
  drop,
  ok,
  retry,
  type BatchHandler,
  type Message,
  type Outcome,
} from '@tocsin/messaging';
import { pooled } from '../database/queryable.js';
import { PositionFencedError, PositionRegressedError } from '../position/position-errors.js';
import { PositionStore } from '../position/position-store.js';
import { context, encodeAsJson, messagesAt } from '../testing/messages.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import type { TransactionContext } from './partition-batch.js';
import { createTransactionMiddleware } from './transaction.middleware.js';

type TestHandler = BatchHandler<string, TransactionContext>;

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL']);
  // No primary key: a second effect shows as a second row.
  await test.database.query('CREATE TABLE effect (name text NOT NULL)');
});
afterEach(() => test.close());

const effects = async () =>
  (await test.database.query('SELECT name FROM effect ORDER BY name')).map(
    ({ name }: { name: string }) => name,
  );
const outboxKeys = async () =>
  (await test.database.query(`SELECT convert_from(key, 'UTF8') AS k FROM outbox ORDER BY id`)).map(
    ({ k }: { k: string }) => k,
  );
const position = () =>
  new PositionStore(pooled(test.database)).load(context.group, context.topic, context.partition);

const settle = (offset: bigint) =>
  new PositionStore(pooled(test.database)).settle(
    context.group,
    context.topic,
    context.partition,
    offset,
  );

const outputFor = ({ payload }: Message<string>) => ({ topic: 'out', key: payload, value: {} });

/** Inserts one effect per message; `outcome` may decide otherwise for some. */
const applying =
  (
    outcome: (message: Message<string>) => Outcome = (message) => ok(outputFor(message)),
  ): TestHandler =>
  async (messages, { tx }) => {
    const names = messages.map(({ payload }) => payload);
    await tx.query('INSERT INTO effect SELECT * FROM unnest($1::text[])', [names]);
    return messages.map(outcome);
  };

const instance = () => createTransactionMiddleware(test.database, encodeAsJson);

describe('a batch', () => {
  it('commits its rows, its outputs and the position together', async () => {
    const outcomes = await instance()(applying())(messagesAt(0, 1, 5), context);

    expect(outcomes.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
    expect(await effects()).toEqual(['key-0', 'key-1', 'key-5']);
    expect(await outboxKeys()).toEqual(['key-0', 'key-1', 'key-5']);
    expect(await position()).toBe(6n);
  });

  it('writes the outputs of what it drops, too', async () => {
    const dropping = applying((message) => drop('ERR_OLD', 'old', outputFor(message)));
    await instance()(dropping)(messagesAt(0), context);

    expect(await outboxKeys()).toEqual(['key-0']);
    expect(await position()).toBe(1n);
  });

  it('skips what was applied before and hands the rest to the handler', async () => {
    await instance()(applying())(messagesAt(0, 1), context);
    const outcomes = await instance()(applying())(messagesAt(0, 1, 2), context);

    expect(outcomes).toHaveLength(3);
    expect(await effects()).toEqual(['key-0', 'key-1', 'key-2']);
  });

  it('never reaches the handler when all of it was applied before', async () => {
    await instance()(applying())(messagesAt(0, 1), context);
    const never: TestHandler = async () => {
      throw new Error('called');
    };
    expect(await instance()(never)(messagesAt(0, 1), context)).toEqual([ok(), ok()]);
  });

  it('keeps the positions of two groups apart', async () => {
    await instance()(applying())(messagesAt(0), context);
    await instance()(applying())(messagesAt(0), { ...context, group: 'other' });

    expect(await effects()).toEqual(['key-0', 'key-0']);
  });

  it('never holds when its handler forgets a message', async () => {
    const mute = instance()<string>(async () => []);
    expect(await mute(messagesAt(0), context)).toMatchObject([{ kind: 'deadLetter' }]);
    expect(await position()).toBe(0n);
  });
});

describe('one effect, wherever the process dies', () => {
  const died = new DependencyDownError('ERR_DIED', 'died');
  /** Whatever happened in the first life, the second one gets the same records again from Kafka. */
  const rebornAfter = async (firstLife: Promise<unknown>) => {
    await expect(firstLife).rejects.toThrow('died');
    await instance()(applying())(messagesAt(0, 1), context);
    expect(await effects()).toEqual(['key-0', 'key-1']);
    expect(await outboxKeys()).toEqual(['key-0', 'key-1']);
    expect(await position()).toBe(2n);
  };

  it('before the handler has done anything', () =>
    rebornAfter(
      instance()<string>(async () => {
        throw died;
      })(messagesAt(0, 1), context),
    ));

  it('after the rows and before the outbox', () =>
    rebornAfter(
      instance()<string>(async (messages, transaction) => {
        await applying()(messages, transaction);
        throw died;
      })(messagesAt(0, 1), context),
    ));

  it('after the outbox and before the position', () => {
    const dying = new AbortController();
    const encodeThenDie = (output: Parameters<typeof encodeAsJson>[0]) => {
      if (output.key === 'key-1') dying.abort(died);
      return encodeAsJson(output);
    };
    return rebornAfter(
      createTransactionMiddleware(test.database, encodeThenDie)(applying())(messagesAt(0, 1), {
        ...context,
        signal: dying.signal,
      }),
    );
  });

  it('after the position and before the database commits', async () => {
    // A deferred constraint fires inside COMMIT: the latest point at which a transaction can end.
    await test.database.query(`
      CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'died' USING ERRCODE = 'admin_shutdown'; END $$;
      CREATE CONSTRAINT TRIGGER die AFTER INSERT ON position DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION die()`);
    const firstLife = instance()(applying())(messagesAt(0, 1), context);
    await expect(firstLife).rejects.toThrow('died');
    await test.database.query('DROP TRIGGER die ON position');
    await rebornAfter(Promise.reject(died));
  });

  it('after the database committed and before Kafka did', () =>
    rebornAfter(
      instance()(applying())(messagesAt(0, 1), context).then(() => {
        throw died;
      }),
    ));

  it('when the server ends the connection in the middle', async () => {
    const cutOff = instance()<string>(async (messages, transaction) => {
      await applying()(messages, transaction);
      const [{ pid }] = (await transaction.tx.query('SELECT pg_backend_pid() AS pid')) as [
        { pid: number },
      ];
      await test.database.query('SELECT pg_terminate_backend($1)', [pid]);
      return applying()(messages, transaction);
    })(messagesAt(0, 1), context);
    await expect(cutOff).rejects.toMatchObject({ code: 'ERR_PERSISTENCE_DATABASE_DOWN' });
    await rebornAfter(Promise.reject(died));
  });
});

describe('a zombie', () => {
  it('has no effect once another instance has moved the position', async () => {
    const owner = instance();
    const zombie = instance()<string>(async (messages, transaction) => {
      // While the zombie sleeps in here, the new owner does the same work.
      await owner(applying())(messagesAt(0, 1), context);
      return applying()(messages, transaction);
    });
    await expect(zombie(messagesAt(0, 1), context)).rejects.toThrow(PositionFencedError);

    expect(await effects()).toEqual(['key-0', 'key-1']);
    expect(await outboxKeys()).toEqual(['key-0', 'key-1']);
  });

  it('is stopped before its effects when it knows that it lost the partition', async () => {
    const lost = new AbortController();
    const handler = instance()<string>(async (messages, transaction) => {
      lost.abort();
      return applying()(messages, transaction);
    });
    await expect(handler(messagesAt(0), { ...context, signal: lost.signal })).rejects.toThrow();
    expect(await effects()).toEqual([]);
  });

  it('and the owner racing for a position that exists: one of them wins', async () => {
    await instance()(applying())(messagesAt(0), context);
    const results = await Promise.allSettled(
      [instance(), instance(), instance()].map((one) => one(applying())(messagesAt(1, 2), context)),
    );
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await effects()).toEqual(['key-0', 'key-1', 'key-2']);
    expect(await position()).toBe(3n);
  });
});

describe('a restored, older database', () => {
  const restoreTo = async (offset: number) => {
    await test.database.query('UPDATE position SET next_offset = $1', [offset]);
    await test.database.query('DELETE FROM effect WHERE name >= $1', [`key-${offset}`]);
  };

  it('is replayed from its own position, whatever Kafka has committed', async () => {
    await instance()(applying())(messagesAt(0, 1, 2, 3), context);
    await restoreTo(2);

    const afterRestart = instance();
    expect(await position()).toBe(2n);
    await afterRestart(applying())(messagesAt(2, 3), context);
    expect(await effects()).toEqual(['key-0', 'key-1', 'key-2', 'key-3']);
  });

  it('is noticed by an instance that runs on: it refuses to jump and says where to seek', async () => {
    const running = instance();
    await running(applying())(messagesAt(0, 1, 2, 3), context);
    await restoreTo(2);

    const jump = running(applying())(messagesAt(4), context);
    await expect(jump).rejects.toThrow(PositionRegressedError);
    await expect(jump).rejects.toMatchObject({ position: 2n });
    await running(applying())(messagesAt(2, 3, 4), context);
    expect(await effects()).toEqual(['key-0', 'key-1', 'key-2', 'key-3', 'key-4']);
  });
});

describe('a record that fails', () => {
  const bad = new Error('bad');
  const failingAt = (bad: bigint, outcome: Outcome) =>
    instance()(applying((message) => (message.offset === bad ? outcome : ok())));

  it.each([deadLetter('POISON', bad), retry(bad, 5)])(
    'has no effect and leaves its neighbours theirs ($kind)',
    async (outcome) => {
      const handler = failingAt(1n, outcome);
      expect(await handler(messagesAt(0, 1, 2), context)).toEqual([ok(), outcome, ok()]);
      expect(await effects()).toEqual(['key-0', 'key-2']);
    },
  );

  it('is read again after a crash before its dead letter was written, its neighbours are not', async () => {
    await failingAt(1n, deadLetter('POISON', bad))(messagesAt(0, 1, 2), context);
    expect(await position()).toBe(1n);

    const reborn = failingAt(1n, deadLetter('POISON', bad));
    expect((await reborn(messagesAt(1, 2), context)).map(({ kind }) => kind)).toEqual([
      'deadLetter',
      'ok',
    ]);
    expect(await effects()).toEqual(['key-0', 'key-2']);
    expect(await position()).toBe(1n);
  });

  it('is passed once the chain has settled it: its dead letter is written by then', async () => {
    const handler = failingAt(1n, deadLetter('POISON', bad));
    await handler(messagesAt(0, 1, 2), context);
    await handler(messagesAt(3), context);
    expect(await position()).toBe(1n);
    await settle(4n);
    expect(await position()).toBe(4n);
    expect(await effects()).toEqual(['key-0', 'key-2', 'key-3']);
  });

  it('may succeed when the chain tries it again alone', async () => {
    let failures = 1;
    const handler = instance()(
      applying(({ offset }) => (offset === 1n && failures-- > 0 ? retry(bad) : ok())),
    );
    await handler(messagesAt(0, 1, 2), context);
    expect(await handler(messagesAt(1), context)).toEqual([ok()]);
    expect(await effects()).toEqual(['key-0', 'key-1', 'key-2']);
    expect(await position()).toBe(3n);
  });

  it('does not settle another one by being tried again', async () => {
    const handler = instance()(
      applying(({ offset }) => (offset === 2n ? ok() : deadLetter('POISON', bad))),
    );
    await handler(messagesAt(0, 1), context);
    await handler(messagesAt(1), context);
    expect(await position()).toBe(0n);
  });

  it('by throwing is found by halving the batch', async () => {
    const handler = instance()<string>(async (messages, transaction) => {
      const outcomes = await applying()(messages, transaction);
      if (messages.some(({ offset }) => offset === 5n)) throw new PermanentError('ERR_X', 'bad');
      return outcomes;
    });
    const outcomes = await handler(messagesAt(0, 1, 2, 3, 4, 5, 6, 7), context);
    const kinds = outcomes.map(({ kind }) => kind);
    expect(kinds).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'deadLetter', 'ok', 'ok']);
    expect(await effects()).toHaveLength(7);
    expect(await position()).toBe(5n);
  });

  it('for an unknown reason is worth another try, never a dead letter at once', async () => {
    const handler = instance()<string>(async () => {
      throw bad;
    });
    expect(await handler(messagesAt(0), context)).toEqual([retry(bad)]);
  });

  it('because an output breaks its contract is a dead letter', async () => {
    const refusing = createTransactionMiddleware(test.database, () => {
      throw bad;
    });
    expect(await refusing(applying())(messagesAt(0), context)).toEqual([
      deadLetter('PERMANENT', bad),
    ]);
    expect(await effects()).toEqual([]);
  });
});

describe('work that was given up', () => {
  it('can do nothing more, inside or outside the transaction', async () => {
    let stray: Promise<unknown> = Promise.resolve();
    const handler = instance()<string>(async (_, { tx }) => {
      stray = tx
        .query('SELECT pg_sleep(0.05)')
        .then(() => tx.query(`INSERT INTO effect VALUES ('stray')`));
      stray.catch(() => undefined);
      throw new PermanentError('ERR_DEADLINE', 'too slow', 'TIMEOUT');
    });
    const [outcome] = await handler(messagesAt(0), context);
    expect(outcome).toMatchObject({ kind: 'deadLetter', class: 'TIMEOUT' });
    await expect(stray).rejects.toThrow('given up');
    expect(await effects()).toEqual([]);
  });
});
