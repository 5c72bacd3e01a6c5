import { expect, it } from '@jest/globals';
import { persistenceMigrations } from '@tocsin/persistence';
import { openTestDatabase } from './test-database.js';

const url = process.env['DATABASE_URL'];

it('gives each spec tables of its own, and takes them away', async () => {
  const one = await openTestDatabase(url, persistenceMigrations);
  const two = await openTestDatabase(url, persistenceMigrations);
  const rows = (db: typeof one.db) => db.query('SELECT 1 FROM outbox');
  await one.transact(({ tx }) =>
    tx.query(
      `INSERT INTO outbox (shard, topic, key, packed, headers) VALUES (0, 't', 'k', NULL, '{}')`,
    ),
  );
  expect([(await rows(one.db)).length, (await rows(two.db)).length]).toEqual([1, 0]);
  const [schema] = await one.db.query<{ name: string }>('SELECT current_schema() AS name');
  await one.close();
  const left = await two.db.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema?.name]);
  expect(left).toEqual([]);
  await two.close();
});

it('wants a server to be named', async () => {
  await expect(openTestDatabase(undefined, [])).rejects.toThrow('DATABASE_URL');
});
