import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { StackError } from '../errors.js';
import { logTail, type Child, type StartChild } from '../processes/child.js';
import { scramArguments, type SecureListener } from '../secure.js';
import { brokerProperties, type Detour } from './broker-config.js';
import { brokerAnswers } from './probe.js';

const LOG_CONFIG = fileURLToPath(new URL('../../../kafka/log4j2.xml', import.meta.url));
const START_LIMIT_MS = 90_000;
const FORMAT_LIMIT_MS = 60_000;
const POLL_MS = 200;

export interface KafkaOptions {
  readonly java: string;
  readonly jarFolder: string;
  readonly port: number;
  readonly controllerPort: number;
  /** Holds `data/`, `server.properties` and the marker of a finished format. */
  readonly folder: string;
  readonly logFolder: string;
  readonly start: StartChild;
  /** A further listener with TLS and access lists. */
  readonly secure?: SecureListener | undefined;
  /** A further listener behind a proxy. */
  readonly detour?: Detour | undefined;
  /** Stops waiting for the broker; the process itself is ended by whoever ends the run. */
  readonly signal?: AbortSignal;
}

/**
 * Starts a broker and waits until it answers.
 *
 * @throws StackError ERR_STACK_PROCESS_FAILED with the end of its log
 */
export async function startKafka(options: KafkaOptions): Promise<Child> {
  const properties = await prepare(options);
  const broker = await options.start({
    name: 'kafka',
    command: options.java,
    args: [
      '-Xms256m',
      '-Xmx768m',
      '-XX:+UseSerialGC',
      ...classPath(options.jarFolder),
      'kafka.Kafka',
      properties,
    ],
    logFile: join(options.logFolder, 'kafka.log'),
    stopSignal: 'SIGTERM',
    stopGraceMs: 20_000,
  });
  await untilAnswers(broker, options);
  return broker;
}

/**
 * Writes the configuration and formats the data folder once. The marker is written last, so that a
 * format killed half-way is done over instead of being taken for data.
 */
async function prepare(options: KafkaOptions): Promise<string> {
  const { folder, port, controllerPort, secure, detour } = options;
  const dataFolder = join(folder, 'data');
  const formatted = join(folder, 'formatted');
  const properties = join(folder, 'server.properties');
  mkdirSync(folder, { recursive: true });
  writeFileSync(properties, brokerProperties({ port, controllerPort, dataFolder, secure, detour }));
  if (existsSync(formatted)) return properties;

  rmSync(dataFolder, { recursive: true, force: true });
  await format(options, properties);
  writeFileSync(formatted, '');
  return properties;
}

async function format(options: KafkaOptions, properties: string): Promise<void> {
  const tool = await options.start({
    name: 'kafka-format',
    command: options.java,
    args: [
      '-XX:TieredStopAtLevel=1',
      ...classPath(options.jarFolder),
      'kafka.tools.StorageTool',
      'format',
      '-t',
      newClusterId(),
      '-c',
      properties,
      ...scramArguments(options.secure?.users),
    ],
    logFile: join(options.logFolder, 'kafka-format.log'),
    stopSignal: 'SIGKILL',
    stopGraceMs: 5_000,
  });
  await Promise.race([tool.exited, sleep(FORMAT_LIMIT_MS, undefined, { ref: false })]);
  await tool.stop();
  if (!existsSync(join(options.folder, 'data', 'meta.properties'))) throw failed(tool);
}

/** A random id as Kafka writes them; it begins with a letter, for a dash would be taken for an option. */
function newClusterId(): string {
  const id = Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url');
  return `T${id.slice(1)}`;
}

function classPath(jarFolder: string): string[] {
  return [`-Dlog4j2.configurationFile=${LOG_CONFIG}`, '-cp', join(jarFolder, '*')];
}

async function untilAnswers(broker: Child, { port, signal }: KafkaOptions): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS;
  while (!(await brokerAnswers(`127.0.0.1:${port}`, 2_000))) {
    signal?.throwIfAborted();
    if (broker.hasExited() || Date.now() > limit) throw failed(broker);
    await sleep(POLL_MS);
  }
}

function failed(child: Child): StackError {
  return new StackError(
    'ERR_STACK_PROCESS_FAILED',
    `${child.name} did not start: see ${child.logFile}, which ends with:\n${logTail(child.logFile)}`,
  );
}
