import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { frontierHealth } from './frontier-health.js';
import { fetcherMigrations } from './migrations.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL'], fetcherMigrations, 2);
});
afterAll(() => test.close());

const ago = (hours: number) => `now() - interval '${hours} hours'`;
const host = (name: string, freeHoursAgo: number) =>
  test.db.query(`INSERT INTO host (host, free_at) VALUES ($1, ${ago(freeHoursAgo)})`, [name]);
const url = (id: string, on: string, lane: string, dueHoursAgo: number, state = 'pending') =>
  test.db.query(
    `INSERT INTO url (id, url, host, lane, state, next_attempt_at)
     VALUES ($1, $1, $2, $3, $4, ${ago(dueHoursAgo)})`,
    [id, on, lane, state],
  );

it('tells of an empty frontier with every state and lane', async () => {
  expect(await frontierHealth(test.db)).toEqual({
    feeds: { active: 0, failing: 0, paused: 0, parked: 0, stopped: 0 },
    lanes: { live: { pending: 0, overdue: 0 }, backfill: { pending: 0, overdue: 0 } },
  });
});

it('calls overdue only what its host was free for', async () => {
  await host('idle.example', 2);
  await host('busy.example', 0);
  await url('u1', 'idle.example', 'live', 2);
  await url('u2', 'idle.example', 'live', 0);
  await url('u3', 'busy.example', 'live', 5);
  await url('u4', 'idle.example', 'backfill', 3);
  await url('u5', 'idle.example', 'live', 3, 'fetched');
  await test.db.query(
    `INSERT INTO feed (id, url, url_id, host, interval_ms, state, failures)
     VALUES ('f1', 'a', 'a', 'idle.example', 1, 'active', 0), ('f2', 'b', 'b', 'idle.example', 1, 'active', 3),
            ('f3', 'c', 'c', 'idle.example', 1, 'parked', 9)`,
  );
  expect(await frontierHealth(test.db)).toEqual({
    feeds: { active: 1, failing: 1, paused: 0, parked: 1, stopped: 0 },
    lanes: { live: { pending: 3, overdue: 1 }, backfill: { pending: 1, overdue: 1 } },
  });
});
