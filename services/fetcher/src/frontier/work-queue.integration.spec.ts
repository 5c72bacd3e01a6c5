import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { fetcherMigrations } from './migrations.js';
import type { Lane } from './types.js';
import { WorkQueue } from './work-queue.js';

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL'], fetcherMigrations);
});
afterEach(() => test.close());

const claimed = async (lane: Lane) => {
  const { pages } = await new WorkQueue(test.db).claim({ limit: 10, lane, slow: true });
  return pages.map(({ url }) => url);
};

it('history waits for what is new on its host', async () => {
  await test.db.query(`
    INSERT INTO url (id, url, host, lane, next_attempt_at) VALUES
      (gen_random_uuid(), 'https://a.org/old', 'a.org', 'backfill', now()),
      (gen_random_uuid(), 'https://a.org/new', 'a.org', 'live', now()),
      (gen_random_uuid(), 'https://b.org/old', 'b.org', 'backfill', now())`);
  await test.db.query(`
    INSERT INTO host (host, live_due_at, backfill_due_at) VALUES
      ('a.org', now(), now()), ('b.org', 'infinity', now())`);
  expect(await claimed('backfill')).toEqual(['https://b.org/old']);
  expect(await claimed('live')).toEqual(['https://a.org/new']);
});
