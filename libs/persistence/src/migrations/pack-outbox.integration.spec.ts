import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inTransaction } from '../transaction/in-transaction.js';
import { OutboxRows, toRecord } from '../outbox/outbox-rows.js';
import { writeOutbox } from '../outbox/outbox-writer.js';
import { shardOf } from '../outbox/shard.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { PackOutbox1767225600001 } from './pack-outbox.js';

const KEY = Buffer.from('k');
const LONG = 'words of an incident '.repeat(500);

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL']);
});
afterAll(() => test.close());

const migrate = async (way: 'up' | 'down') => {
  const runner = test.database.createQueryRunner();
  await runner.startTransaction();
  await new PackOutbox1767225600001()[way](runner);
  await runner.commitTransaction();
  await runner.release();
};

it('rows of before are sent as they were, those of after too, and an older release finds all as it wrote them', async () => {
  await migrate('down');
  await test.database.query(
    `INSERT INTO outbox (shard, topic, key, value, headers) VALUES ($1, 't', $2, $3, '{}'), ($1, 't', $2, NULL, '{}')`,
    [shardOf(KEY), KEY, Buffer.from('of before')],
  );
  await migrate('up');
  await inTransaction(test.database, (tx) =>
    writeOutbox(tx, [{ topic: 't', key: KEY, value: Buffer.from(LONG), headers: {} }]),
  );
  const unsent = await inTransaction(test.database, (tx) =>
    new OutboxRows(tx).unsent([shardOf(KEY)], 10),
  );
  const said = ['of before', null, LONG];
  expect(unsent.map(toRecord).map(({ value }) => value && String(value))).toEqual(said);
  expect(unsent[2]?.packed?.length).toBeLessThan(LONG.length / 10);

  await migrate('down');
  const rows = await test.database.query<{ value: Buffer | null }[]>(
    'SELECT value FROM outbox ORDER BY id',
  );
  expect(rows.map(({ value }) => value && String(value))).toEqual(said);
  await migrate('up');
});
