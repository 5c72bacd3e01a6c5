import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { unpack } from '../database/packed.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { inTransaction } from '../transaction/in-transaction.js';
import { forgetSent } from './forget-sent.js';
import { writeOutbox } from './outbox-writer.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL']);
});
afterAll(() => test.close());

const record = (topic: string, key: string | Buffer, value: string) => ({
  topic,
  key,
  value: Buffer.from(value),
  headers: {},
});
const left = async () => {
  const rows = await test.database.query<{ packed: Buffer }[]>(
    'SELECT packed FROM outbox ORDER BY id',
  );
  return rows.map(({ packed }) => unpack(packed).toString());
};

it('deletes what was sent of a key on its topic, and neither what waits nor what others said', async () => {
  const bytes = Buffer.from([0, 255, 7]);
  const sent = [
    record('one', 'a', 'erased'),
    record('one', 'a', 'erased as well'),
    record('one', bytes, 'erased by bytes'),
    record('one', 'b', 'of another key'),
    record('two', 'a', 'of another topic'),
  ];
  await inTransaction(test.database, (tx) => writeOutbox(tx, sent));
  await test.database.query('UPDATE outbox SET sent_at = now()');
  await inTransaction(test.database, async (tx) => {
    const newer = [record('one', 'a', 'newer'), record('one', bytes, 'newer by bytes')];
    await writeOutbox(tx, newer);
    await forgetSent(tx, newer);
  });
  expect(await left()).toEqual(['of another key', 'of another topic', 'newer', 'newer by bytes']);
});
