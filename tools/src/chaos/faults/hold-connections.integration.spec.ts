import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { HeldConnections } from './hold-connections.js';

const server = process.env['DATABASE_URL'] ?? '';
const role = `held_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { username: role, password: role }).href;
const admin = new pg.Client({ connectionString: server });
beforeAll(async () => {
  await admin.connect();
  // Of this role alone: the server is others', too.
  await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}' CONNECTION LIMIT 3`);
});
afterAll(async () => {
  await admin.query(`DROP ROLE ${role}`);
  await admin.end();
});

it('all connections are held, nobody else gets one, and all are given back', async () => {
  const held = new HeldConnections(url);
  await held.takeAll();
  expect(held.count).toBe(3);
  const late = new pg.Client({ connectionString: url });
  await expect(late.connect()).rejects.toMatchObject({ code: '53300' });
  await held.release();
  expect(held.count).toBe(0);
  const { rows } = await admin.query('SELECT 1 FROM pg_stat_activity WHERE usename = $1', [role]);
  expect(rows.length).toBeLessThan(3);
});
