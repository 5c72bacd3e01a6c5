import { join } from 'node:path';
import { EXIT_UNREACHABLE, StackError } from './errors.js';
import { sharedFolder } from './folders.js';
import { assertPortFree } from './ports.js';
import type { Account } from './postgres/account.js';
import { packagedPostgres, reachablePostgres } from './postgres/binaries.js';
import { databaseState, ensureDatabase } from './postgres/probe.js';
import { startPostgres } from './postgres/start-postgres.js';
import type { Run } from './run.js';
import type { SecureOptions } from './secure.js';
import type { StackSettings } from './settings.js';

const PROBE_TIMEOUT_MS = 5_000;
/** Named after the package's version: a new one is a new copy. */
const COPY = 'postgres-18.4.0-beta.17';

export interface PostgresNeeds {
  readonly settings: StackSettings;
  readonly account: Account | undefined;
  readonly port: number;
  readonly database: string;
  readonly throwaway: boolean;
  /** With operators' settings: what is measured. */
  readonly inEarnest: boolean;
  /** What the server shows over TLS. */
  readonly identity?: SecureOptions['identity'] | undefined;
  readonly run: Run;
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * @returns the database's URL: the one given by setting, or of one that is started here
 * @throws StackError
 */
export async function providePostgres(needs: PostgresNeeds): Promise<string> {
  const { settings, account, run, port, database, throwaway, inEarnest } = needs;
  const { identity, progress, signal } = needs;
  if (settings.databaseUrl) return givenDatabase(settings.databaseUrl);

  await assertPortFree(port, 'PostgreSQL', 'TOCSIN_POSTGRES_PORT');
  const packaged = await packagedPostgres();
  const home = account ? await reachablePostgres(packaged, join(sharedFolder(), COPY)) : packaged;
  signal.throwIfAborted();
  const { url } = await startPostgres({
    home,
    account,
    port,
    folder: run.folders.postgres,
    logFolder: run.folders.logs,
    start: run.startBase,
    throwaway,
    inEarnest,
    identity,
    signal,
  });
  await ensureDatabase(url, database);
  progress(`PostgreSQL answers at 127.0.0.1:${port}`);
  return url.replace(/\/postgres$/, `/${database}`);
}

async function givenDatabase(url: string): Promise<string> {
  const state = await databaseState(url, PROBE_TIMEOUT_MS);
  if (state === 'answers') return url;
  const why = state === 'missing' ? 'there is no such database' : state.failure;
  throw new StackError(
    'ERR_STACK_DATABASE_UNREACHABLE',
    `The database of DATABASE_URL cannot be used (${why}): start or create it, or unset DATABASE_URL to have one started here.`,
    EXIT_UNREACHABLE,
  );
}
