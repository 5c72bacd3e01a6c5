import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StackError } from '../errors.js';
import { writeDatabaseIdentity, type SecureOptions } from '../secure.js';
import { logTail, type Child, type StartChild } from '../processes/child.js';
import type { Account } from './account.js';
import type { PostgresHome } from './binaries.js';
import { databaseState } from './probe.js';
import { operatorSettings } from './server-settings.js';

const START_LIMIT_MS = 60_000;
const POLL_MS = 50;
const SUPERUSER = 'postgres';

export interface PostgresOptions {
  readonly home: PostgresHome;
  readonly account?: Account;
  readonly port: number;
  /** Holds `data/`, the password and the marker of a finished `initdb`; `account` must reach it. */
  readonly folder: string;
  readonly logFolder: string;
  readonly start: StartChild;
  /** Data that may be lost with the machine: no waiting for the disk. */
  readonly throwaway: boolean;
  /** With the settings that operators give a server that is the line's alone (`deploy/postgres/tocsin.conf`). */
  readonly inEarnest: boolean;
  /** What the server shows over TLS. */
  readonly identity?: SecureOptions['identity'] | undefined;
  readonly signal?: AbortSignal;
}

export interface RunningPostgres {
  readonly child: Child;
  /** Of the superuser, for the database `postgres`. */
  readonly url: string;
}

/**
 * Starts a PostgreSQL on the loopback address and waits until it answers.
 *
 * @throws StackError ERR_STACK_PROCESS_FAILED with the end of its log
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const password = await prepare(options);
  const url = `postgres://${SUPERUSER}:${password}@127.0.0.1:${options.port}/postgres`;
  const child = await options.start({
    ...processOf(options, 'postgres'),
    args: ['-D', join(options.folder, 'data'), ...serverSettings(options)],
    // Fast shutdown: open connections are cut, then everything is written.
    stopSignal: 'SIGINT',
    // Immediate shutdown: unlike SIGKILL it gives shared memory back.
    quickSignal: 'SIGQUIT',
    stopGraceMs: 20_000,
  });
  await untilAnswers(child, url, options.signal);
  return { child, url };
}

function serverSettings(options: PostgresOptions): string[] {
  const { port, throwaway, inEarnest, identity, folder, account } = options;
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...(throwaway ? ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'] : []),
    ...(inEarnest ? operatorSettings() : []),
    ...(identity ? writeDatabaseIdentity(folder, identity, account) : []),
  ];
  return settings.flatMap((setting) => ['-c', setting]);
}

/** Makes the cluster once; the marker is written last, so that a killed `initdb` is done over. */
async function prepare(options: PostgresOptions): Promise<string> {
  const { folder, account } = options;
  const passwordFile = join(folder, 'password');
  const ready = join(folder, 'ready');
  if (existsSync(ready)) return readFileSync(passwordFile, 'utf8');

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const password = randomBytes(18).toString('hex');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid);
  await initialise(options, passwordFile);
  writeFileSync(ready, '');
  return password;
}

async function initialise(options: PostgresOptions, passwordFile: string): Promise<void> {
  const data = join(options.folder, 'data');
  const initdb = await options.start({
    ...processOf(options, 'initdb'),
    args: [
      `--pgdata=${data}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of text on every machine, whatever locales it has.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...(options.throwaway ? ['--no-sync'] : []),
    ],
    stopSignal: 'SIGKILL',
    stopGraceMs: 5_000,
  });
  await Promise.race([initdb.exited, sleep(START_LIMIT_MS, undefined, { ref: false })]);
  await initdb.stop();
  if (!existsSync(join(data, 'global', 'pg_control'))) throw failed(initdb);
}

function processOf({ home, account, folder, logFolder }: PostgresOptions, program: string) {
  return {
    name: program,
    command: join(home, 'bin', program),
    // Both stand in their working folder for ever, and root's may be closed to them.
    cwd: folder,
    uid: account?.uid,
    gid: account?.gid,
    logFile: join(logFolder, `${program}.log`),
  };
}

async function untilAnswers(child: Child, url: string, signal?: AbortSignal): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS;
  while ((await databaseState(url, 2_000)) !== 'answers') {
    signal?.throwIfAborted();
    if (child.hasExited() || Date.now() > limit) throw failed(child);
    await sleep(POLL_MS);
  }
}

function failed(child: Child): StackError {
  return new StackError(
    'ERR_STACK_PROCESS_FAILED',
    `${child.name} did not start: see ${child.logFile}, which ends with:\n${logTail(child.logFile)}`,
  );
}
