import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { createOwnDatabase, type OwnDatabase } from '../testing/own-database.js';
import { makeDeadlock } from './deadlock.js';
import { FaultLine, type FaultLineParts } from './fault-line.js';

let own: OwnDatabase;
let sql: pg.Pool;
beforeAll(async () => {
  own = await createOwnDatabase(
    `CREATE SCHEMA store;
     CREATE TABLE store.article (n int); INSERT INTO store.article VALUES (0);
     CREATE TABLE store.position (n int); INSERT INTO store.position VALUES (0);`,
  );
  sql = new pg.Pool({ connectionString: own.url });
});
afterAll(async () => {
  await sql.end();
  await own.drop();
});

it('the transaction that waits for us is the victim, and can be run again', async () => {
  const { signal } = new AbortController();
  const line = new FaultLine({ sql, signal } as unknown as FaultLineParts);
  const steps = 'UPDATE store.article SET n = n + 1; UPDATE store.position SET n = n + 1;';
  let outcome: Promise<unknown> = Promise.resolve();
  const victims = await makeDeadlock(line, () => {
    outcome = sql.query(`BEGIN; ${steps} COMMIT`).catch((error: unknown) => error);
  });
  expect(victims).toBe(1);
  expect(await outcome).toMatchObject({ code: '40P01' });
  await sql.query(`ROLLBACK; ${steps}`);
  expect((await sql.query('SELECT n FROM store.position')).rows).toEqual([{ n: 1 }]);
});
