import pg from 'pg';

/** The PostgreSQL error code of a database that does not exist. */
const NO_SUCH_DATABASE = '3D000';

/** What asking a database gave: `missing` is a server that answers but has no such database. */
export type DatabaseState = 'answers' | 'missing' | { readonly failure: string };

/** Asks once whether a database can be connected to and queried. */
export async function databaseState(url: string, timeoutMs: number): Promise<DatabaseState> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  // A server that goes away between connecting and ending is an answer, not a crash of ours.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return 'answers';
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return code === NO_SUCH_DATABASE ? 'missing' : { failure: message || String(code) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes a database on the server of `url` unless it is there. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    }
  } finally {
    await client.end();
  }
}
