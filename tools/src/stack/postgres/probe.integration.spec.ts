import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, describe, expect, it } from '@jest/globals';
import { databaseState, ensureDatabase } from './probe.js';

const url = process.env['DATABASE_URL'] ?? '';

describe('asking a database', () => {
  const name = `tocsin_test_${randomUUID().slice(0, 8)}`;
  const named = () => {
    const other = new URL(url);
    other.pathname = `/${name}`;
    return other.href;
  };

  afterEach(async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)}`);
    await client.end();
  });

  it('that is there', async () => {
    expect(await databaseState(url, 5_000)).toBe('answers');
  });

  it('that is missing on a server that answers', async () => {
    expect(await databaseState(named(), 5_000)).toBe('missing');
  });

  it('whose server is not there', async () => {
    const state = await databaseState('postgres://nobody@127.0.0.1:1/tocsin', 1_000);
    expect(state).toEqual({ failure: expect.stringContaining('ECONNREFUSED') });
  });

  it('makes a missing one, once', async () => {
    await ensureDatabase(url, name);
    await ensureDatabase(url, name);
    expect(await databaseState(named(), 5_000)).toBe('answers');
  });
});
