import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, type DatabaseSettings } from './data-source.js';
import { toDatabaseError } from './database-errors.js';
import { checkedIdentifier } from './identifiers.js';
import { tlsOf } from './tls.js';

/** One lock for all services: roles are cluster-wide, and creating them collides across schemas. */
const BOOT_LOCK = "hashtextextended('tocsin:boot', 0)";

/**
 * Creates what is missing of role, schema and tables, and gives the connected data source.
 * Where they are there already the login needs no rights but to be the role (deploy/postgres/roles.sql).
 * Safe when many replicas boot at once: they pass one by one through an advisory lock.
 * @throws DependencyDownError when the database can't be reached, refuses us, or is not to be trusted
 */
export async function openDatabase(settings: DatabaseSettings): Promise<DataSource> {
  const gate = new pg.Client({
    connectionString: settings.url,
    connectionTimeoutMillis: 5_000,
    ...tlsOf(settings),
  });
  const database = createDataSource(settings);
  try {
    await gate.connect();
    // Held by the session: a replica that dies in the middle frees it with its connection.
    await gate.query(`SELECT pg_advisory_lock(${BOOT_LOCK})`);
    await ensureRoleAndSchema(gate, settings);
    await database.initialize();
    await database.runMigrations();
    return database;
  } catch (error) {
    if (database.isInitialized) await database.destroy();
    throw toDatabaseError(error);
  } finally {
    // Ends the session and with it the lock; a connection that broke is as good as ended.
    await gate.end().catch(() => undefined);
  }
}

async function ensureRoleAndSchema(gate: pg.Client, settings: DatabaseSettings): Promise<void> {
  const schema = checkedIdentifier(settings.schema);
  const isThere = async (query: string, name: string) => (await gate.query(query, [name])).rowCount;
  // Asked first: IF NOT EXISTS wants the right to create even where nothing is to be done.
  if (await isThere('SELECT 1 FROM pg_namespace WHERE nspname = $1', schema)) return;
  if (settings.role === undefined) {
    await gate.query(`CREATE SCHEMA ${schema}`);
    return;
  }
  const role = checkedIdentifier(settings.role);
  if (!(await isThere('SELECT 1 FROM pg_roles WHERE rolname = $1', role))) {
    await gate.query(`CREATE ROLE ${role} NOLOGIN`);
    await gate.query(`GRANT ${role} TO CURRENT_USER`);
  }
  await gate.query(`CREATE SCHEMA ${schema} AUTHORIZATION ${role}`);
}
