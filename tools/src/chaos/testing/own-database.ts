import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { ensureDatabase } from '../../stack/postgres/probe.js';

/** A database of a spec's own on the server of `DATABASE_URL`. */
export interface OwnDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** @param sql what is in it */
export async function createOwnDatabase(sql: string): Promise<OwnDatabase> {
  const server = process.env['DATABASE_URL'] ?? '';
  const name = `chaos_test_${randomBytes(6).toString('hex')}`;
  const urlOf = (database: string) =>
    Object.assign(new URL(server), { pathname: `/${database}` }).href;
  await ensureDatabase(server, name);
  await run(urlOf(name), sql);
  return { url: urlOf(name), drop: () => run(urlOf('postgres'), `DROP DATABASE ${name}`) };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
