import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
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
import { BatchRolledBackError } from './transaction-errors.js';
import { createTransactionMiddleware, type TransactionContext } from './transaction.middleware.js';

type TestHandler = BatchHandler<string, TransactionContext>;

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL']);
  // No primary key: a second effect shows as a second row.
  await test.database.query('CREATE TABLE effect (name text NOT NULL)');
});
afterEach(() => test.close());

const instance = () => createTransactionMiddleware(test.database, encodeAsJson);
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

describe('a batch', () => {
  it('commits its rows, its outputs and the position together', async () => {
    const outcomes = await instance().wrap(applying())(messagesAt(0, 1, 5), context);

    expect(outcomes.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
    expect(await effects()).toEqual(['key-0', 'key-1', 'key-5']);
    expect(await outboxKeys()).toEqual(['key-0', 'key-1', 'key-5']);
    expect(await position()).toBe(6n);
  });

  it('writes the outputs of what it drops, too', async () => {
    const dropping = applying((message) => drop('ERR_OLD', 'old', outputFor(message)));
    await instance().wrap(dropping)(messagesAt(0), context);

    expect(await outboxKeys()).toEqual(['key-0']);
    expect(await position()).toBe(1n);
  });

  it('skips what was applied before and hands the rest to the handler', async () => {
    await instance().wrap(applying())(messagesAt(0, 1), context);
    const outcomes = await instance().wrap(applying())(messagesAt(0, 1, 2), context);

    expect(outcomes).toHaveLength(3);
    expect(await effects()).toEqual(['key-0', 'key-1', 'key-2']);
  });

  it('never reaches the handler when all of it was applied before', async () => {
    await instance().wrap(applying())(messagesAt(0, 1), context);
    const never: TestHandler = async () => {
      throw new Error('called');
    };
    expect(await instance().wrap(never)(messagesAt(0, 1), context)).toEqual([ok(), ok()]);
  });

  it('keeps the positions of two groups apart', async () => {
    await instance().wrap(applying())(messagesAt(0), context);
    await instance().wrap(applying())(messagesAt(0), { ...context, group: 'other' });

    expect(await effects()).toEqual(['key-0', 'key-0']);
  });

  it('refuses a handler that forgets a message', async () => {
    const forgetful = instance().wrap<string>(async () => [ok()]);
    await expect(forgetful(messagesAt(0, 1), context)).rejects.toThrow(TypeError);
    expect(await position()).toBeNull();
  });
});

describe('one effect, wherever the process dies', () => {
  /** Whatever happened in the first life, the second one gets the same records again from Kafka. */
  const rebornAfter = async (firstLife: Promise<unknown>) => {
    await expect(firstLife).rejects.toThrow('died');
    await instance().wrap(applying())(messagesAt(0, 1), context);
    expect(await effects()).toEqual(['key-0', 'key-1']);
    expect(await outboxKeys()).toEqual(['key-0', 'key-1']);
    expect(await position()).toBe(2n);
  };

  it('before the handler has done anything', () =>
    rebornAfter(
      instance().wrap<string>(async () => {
        throw new Error('died');
      })(messagesAt(0, 1), context),
    ));

  it('after the rows and before the outbox', () =>
    rebornAfter(
      instance().wrap<string>(async (messages, transaction) => {
        await applying()(messages, transaction);
        throw new Error('died');
      })(messagesAt(0, 1), context),
    ));

  it('after the outbox and before the position', () => {
    const dying = new AbortController();
    const encodeThenDie = (output: Parameters<typeof encodeAsJson>[0]) => {
      if (output.key === 'key-1') dying.abort(new Error('died'));
      return encodeAsJson(output);
    };
    return rebornAfter(
      createTransactionMiddleware(test.database, encodeThenDie).wrap(applying())(messagesAt(0, 1), {
        ...context,
        signal: dying.signal,
      }),
    );
  });

  it('after the position and before the database commits', async () => {
    // A deferred constraint fires inside COMMIT: the latest point at which a transaction can end.
    await test.database.query(`
      CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'died'; END $$;
      CREATE CONSTRAINT TRIGGER die AFTER INSERT ON position DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION die()`);
    const firstLife = instance().wrap(applying())(messagesAt(0, 1), context);
    await expect(firstLife).rejects.toThrow('died');
    await test.database.query('DROP TRIGGER die ON position');
    await rebornAfter(Promise.reject(new Error('died')));
  });

  it('after the database committed and before Kafka did', () =>
    rebornAfter(
      instance()
        .wrap(applying())(messagesAt(0, 1), context)
        .then(() => {
          throw new Error('died');
        }),
    ));

  it('when the server ends the connection in the middle', async () => {
    const cutOff = instance().wrap<string>(async (messages, transaction) => {
      await applying()(messages, transaction);
      const [{ pid }] = (await transaction.tx.query('SELECT pg_backend_pid() AS pid')) as [
        { pid: number },
      ];
      await test.database.query('SELECT pg_terminate_backend($1)', [pid]);
      return applying()(messages, transaction);
    })(messagesAt(0, 1), context);
    await expect(cutOff).rejects.toMatchObject({ code: 'ERR_PERSISTENCE_DATABASE_DOWN' });
    await rebornAfter(Promise.reject(new Error('died')));
  });
});

describe('a zombie', () => {
  it('has no effect once another instance has moved the position', async () => {
    const owner = instance();
    const zombie = instance().wrap<string>(async (messages, transaction) => {
      // While the zombie sleeps in here, the new owner does the same work.
      await owner.wrap(applying())(messagesAt(0, 1), context);
      return applying()(messages, transaction);
    });
    await expect(zombie(messagesAt(0, 1), context)).rejects.toThrow(PositionFencedError);

    expect(await effects()).toEqual(['key-0', 'key-1']);
    expect(await outboxKeys()).toEqual(['key-0', 'key-1']);
  });

  it('is stopped before its effects when it knows that it lost the partition', async () => {
    const lost = new AbortController();
    const handler = instance().wrap<string>(async (messages, transaction) => {
      lost.abort();
      return applying()(messages, transaction);
    });
    await expect(handler(messagesAt(0), { ...context, signal: lost.signal })).rejects.toThrow();
    expect(await effects()).toEqual([]);
  });

  it('and the owner racing for a position that exists: one of them wins', async () => {
    await instance().wrap(applying())(messagesAt(0), context);
    const results = await Promise.allSettled(
      [instance(), instance(), instance()].map((one) =>
        one.wrap(applying())(messagesAt(1, 2), context),
      ),
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
    await instance().wrap(applying())(messagesAt(0, 1, 2, 3), context);
    await restoreTo(2);

    const afterRestart = instance();
    expect(await position()).toBe(2n);
    await afterRestart.wrap(applying())(messagesAt(2, 3), context);
    expect(await effects()).toEqual(['key-0', 'key-1', 'key-2', 'key-3']);
  });

  it('is noticed by an instance that runs on: it refuses to jump and says where to seek', async () => {
    const running = instance();
    await running.wrap(applying())(messagesAt(0, 1, 2, 3), context);
    await restoreTo(2);

    const jump = running.wrap(applying())(messagesAt(4), context);
    await expect(jump).rejects.toThrow(PositionRegressedError);
    await expect(jump).rejects.toMatchObject({ position: 2n });
    await running.wrap(applying())(messagesAt(2, 3, 4), context);
    expect(await effects()).toEqual(['key-0', 'key-1', 'key-2', 'key-3', 'key-4']);
  });
});

describe('a record that fails', () => {
  const bad = new Error('bad');

  it('rolls its batch back and names itself, so that the chain can bisect', async () => {
    const handler = instance().wrap(
      applying(({ offset }) => (offset === 1n ? deadLetter('PERMANENT', bad) : ok())),
    );
    const failing = handler(messagesAt(0, 1, 2), context);
    await expect(failing).rejects.toThrow(BatchRolledBackError);
    await expect(failing).rejects.toMatchObject({ failedOffset: 1n, cause: bad });
    expect(await effects()).toEqual([]);
    expect(await position()).toBeNull();
  });

  it.each([deadLetter('POISON', bad), retry(bad, 5)])(
    'alone, is rolled back and its outcome handed on ($kind)',
    async (outcome) => {
      const handler = instance().wrap(applying(() => outcome));
      expect(await handler(messagesAt(7), context)).toEqual([outcome]);
      expect(await effects()).toEqual([]);
      expect(await position()).toBeNull();
    },
  );

  it('is passed by `advance`, with its outputs, once its dead letter is written', async () => {
    const one = instance();
    const [message] = messagesAt(0) as [Message<string>];
    await one.advance(message, context, [outputFor(message)]);
    await one.advance(message, context, [outputFor(message)]);

    expect(await position()).toBe(1n);
    expect(await outboxKeys()).toEqual(['key-0']);
    await one.wrap(applying())(messagesAt(0, 1), context);
    expect(await effects()).toEqual(['key-1']);
  });
});
