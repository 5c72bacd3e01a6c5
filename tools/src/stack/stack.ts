import { randomUUID } from 'node:crypto';
import { assertDiskSpace } from './disk.js';
import { StackError } from './errors.js';
import { ROOT, runFolders } from './folders.js';
import { freePort, freePorts } from './ports.js';
import { brokerAnswers } from './kafka/probe.js';
import { postgresAccount } from './postgres/account.js';
import { databaseState } from './postgres/probe.js';
import type { Child, StartChild } from './processes/child.js';
import { endOrphans } from './processes/end-orphans.js';
import { readRuns } from './processes/run-record.js';
import { provideKafka } from './provide-kafka.js';
import { providePostgres } from './provide-postgres.js';
import { revived } from './revived.js';
import { Run } from './run.js';
import { writeBrokerIdentity, type SecureOptions } from './secure.js';
import type { StackSettings } from './settings.js';

const PROBE_MS = 2_000;

export interface StackOptions {
  readonly settings: StackSettings;
  /** Names the run and its data. */
  readonly label: string;
  /** Throwaway runs have random ports, and lose their data when they stop. */
  readonly throwaway: boolean;
  /** Has a throwaway database wait for the disk, and be set, as one in earnest is: to measure what that costs. */
  readonly durable?: boolean;
  /** Made when missing, on a PostgreSQL that is started here. */
  readonly database: string;
  /** A further, secure listener of the broker, and TLS at the database. */
  readonly secure?: SecureOptions;
  /** A further listener of the broker, whose clients are sent to the proxy that listens at that port. */
  readonly kafkaProxyPort?: number;
  readonly progress: (line: string) => void;
  /** Gives up a start that is under way; what was started is ended. */
  readonly signal?: AbortSignal;
}

/** A running broker and a running database. */
export interface Stack {
  readonly kafkaBrokers: string;
  /** The secure listener, where one was asked for. */
  readonly secureKafkaBrokers?: string;
  /** Where that proxy finds the broker. */
  readonly behindKafkaProxy?: number;
  readonly databaseUrl: string;
  readonly logFolder: string;
  /** Broker and database, where they were started here. */
  readonly base: readonly Pick<Child, 'name' | 'pid' | 'hasExited'>[];
  /**
   * Starts `kafka` or `postgres` again that was started here and has ended, and waits until it answers.
   * @throws StackError ERR_STACK_PROCESS_FAILED
   */
  readonly revive: (name: 'kafka' | 'postgres') => Promise<void>;
  /** Starts a further process, which ends with the stack, before broker and database. */
  readonly start: StartChild;
  /** Ends everything that was started, in order. */
  readonly stop: () => Promise<void>;
  /** Ends everything at once. */
  readonly stopQuickly: () => Promise<void>;
}

/**
 * Starts Kafka and PostgreSQL, or takes those that the settings name, after ending what killed runs
 * left behind. When it fails nothing stays running.
 *
 * @throws StackError with a sentence that says what to do
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { settings, throwaway, progress } = options;
  const label = throwaway ? `${options.label}-${randomUUID().slice(0, 8)}` : options.label;
  const account = settings.databaseUrl ? undefined : postgresAccount();
  const folders = runFolders(ROOT, label, account !== undefined);
  const orphans = await endOrphans(folders.records);
  if (orphans.length > 0) progress(`ended what a killed run left: ${orphans.join(', ')}`);
  assertNotRunning(folders.records, label);

  const run = new Run(label, folders, throwaway);
  try {
    for (const folder of [folders.kafka, folders.logs]) await assertDiskSpace(folder);
    const [kafkaPort, controllerPort, postgresPort] = await choosePorts(options);
    const secure = await secureListener(options.secure, folders.kafka);
    const detour = await detourTo(options.kafkaProxyPort);
    const common = { settings, run, progress };
    const [kafkaBrokers, databaseUrl] = await bothOrNeither(
      (signal) =>
        provideKafka({ ...common, signal, port: kafkaPort, controllerPort, secure, detour }),
      (signal) =>
        providePostgres({
          ...common,
          signal,
          port: postgresPort,
          account,
          throwaway: throwaway && !options.durable,
          inEarnest: options.durable === true,
          identity: options.secure?.identity,
          database: options.database,
        }),
      options.signal,
    );
    return {
      kafkaBrokers,
      ...(secure ? { secureKafkaBrokers: `127.0.0.1:${secure.port}` } : {}),
      ...(detour ? { behindKafkaProxy: detour.port } : {}),
      databaseUrl,
      logFolder: folders.logs,
      base: run.base,
      revive: (name) =>
        revived(run, name, async () =>
          name === 'kafka'
            ? brokerAnswers(kafkaBrokers, PROBE_MS)
            : (await databaseState(databaseUrl, PROBE_MS)) === 'answers',
        ),
      start: run.startService,
      stop: () => run.stop(),
      stopQuickly: () => run.stopQuickly(),
    };
  } catch (error) {
    await run.stopQuickly();
    throw error;
  }
}

/** @throws StackError ERR_STACK_ALREADY_RUNNING: two runs must not share one data folder */
function assertNotRunning(records: string, label: string): void {
  const other = readRuns(records).find((run) => run.alive && run.state.label === label);
  if (!other) return;
  throw new StackError(
    'ERR_STACK_ALREADY_RUNNING',
    `Another "${label}" of this checkout runs as process ${other.state.runner.pid}: stop that one first.`,
  );
}

async function secureListener(options: SecureOptions | undefined, folder: string) {
  if (!options) return undefined;
  const identityFile = writeBrokerIdentity(folder, options.identity);
  return { port: await freePort(), identityFile, users: options.users };
}

async function detourTo(advertisedPort: number | undefined) {
  return advertisedPort === undefined ? undefined : { port: await freePort(), advertisedPort };
}

async function choosePorts(options: StackOptions): Promise<[number, number, number]> {
  const { kafkaPort, postgresPort } = options.settings;
  if (!options.throwaway) return [kafkaPort, kafkaPort + 1, postgresPort];
  const [kafka = 0, controller = 0, postgres = 0] = await freePorts(3);
  return [kafka, controller, postgres];
}

/**
 * Does two things at the same time; when one fails the other is told to give up, and the failure is
 * thrown only once both have come to rest, so that nothing starts behind our back.
 */
async function bothOrNeither<A, B>(
  first: (signal: AbortSignal) => Promise<A>,
  second: (signal: AbortSignal) => Promise<B>,
  outer: AbortSignal | undefined,
): Promise<[A, B]> {
  const failure = new AbortController();
  const signal = outer ? AbortSignal.any([outer, failure.signal]) : failure.signal;
  const giveUp = (error: unknown): never => {
    failure.abort(error);
    throw error;
  };
  const work = [first(signal).catch(giveUp), second(signal).catch(giveUp)] as const;
  await Promise.allSettled(work);
  // The first cause, not the other's giving up.
  if (failure.signal.aborted) throw failure.signal.reason;
  return Promise.all(work);
}
