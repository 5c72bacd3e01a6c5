import pg from 'pg';
import { PermanentError } from '@tocsin/messaging';
import { checkedIdentifier } from './identifiers.js';

/**
 * Drops a spec's schema with everything in it, and its role when one is named.
 * @throws PermanentError `ERR_PERSISTENCE_NOT_A_TEST_DATABASE` unless the database's name holds "test"
 */
export async function dropTestSchema(url: string, schema: string, role?: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  if (!name.includes('test')) {
    throw new PermanentError(
      'ERR_PERSISTENCE_NOT_A_TEST_DATABASE',
      `Refusing to drop a schema of "${name}": only databases with "test" in their name are fair game.`,
    );
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`DROP SCHEMA IF EXISTS ${checkedIdentifier(schema)} CASCADE`);
    if (role) await client.query(`DROP ROLE IF EXISTS ${checkedIdentifier(role)}`);
  } finally {
    await client.end();
  }
}
