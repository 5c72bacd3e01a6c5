import { EXIT_UNREACHABLE, StackError } from './errors.js';
import { installKafka } from './kafka/install.js';
import type { Detour } from './kafka/broker-config.js';
import { findJava } from './kafka/java.js';
import { brokerAnswers } from './kafka/probe.js';
import { startKafka } from './kafka/start-kafka.js';
import { assertPortFree } from './ports.js';
import type { Run } from './run.js';
import type { SecureListener } from './secure.js';
import type { StackSettings } from './settings.js';

const PROBE_TIMEOUT_MS = 5_000;

export interface KafkaNeeds {
  readonly settings: StackSettings;
  readonly port: number;
  readonly controllerPort: number;
  readonly secure?: SecureListener | undefined;
  readonly detour?: Detour | undefined;
  readonly run: Run;
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * @returns the broker's address: the one given by setting, or of one that is started here
 * @throws StackError
 */
export async function provideKafka(needs: KafkaNeeds): Promise<string> {
  const { settings, run, port, controllerPort, secure, detour, progress, signal } = needs;
  if (settings.kafkaBrokers) return givenBrokers(settings.kafkaBrokers);

  const java = await findJava(settings.javaHome);
  await assertPortFree(port, 'Kafka', 'TOCSIN_KAFKA_PORT');
  await assertPortFree(controllerPort, "Kafka's controller", 'TOCSIN_KAFKA_PORT');
  const jarFolder = await installKafka({ ...settings, progress });
  signal.throwIfAborted();
  await startKafka({
    java,
    jarFolder,
    port,
    controllerPort,
    secure,
    detour,
    folder: run.folders.kafka,
    logFolder: run.folders.logs,
    start: run.startBase,
    signal,
  });
  progress(`Kafka answers at 127.0.0.1:${port}`);
  return `127.0.0.1:${port}`;
}

/** One broker of the list that answers is enough: it knows the others. */
async function givenBrokers(brokers: string): Promise<string> {
  for (const broker of brokers.split(',')) {
    if (await brokerAnswers(broker.trim(), PROBE_TIMEOUT_MS)) return brokers;
  }
  throw new StackError(
    'ERR_STACK_BROKER_UNREACHABLE',
    `No Kafka broker answers at ${brokers}: start it, or unset KAFKA_BROKERS to have one started here.`,
    EXIT_UNREACHABLE,
  );
}
