import { topics } from '@tocsin/contracts';
import type { BrokerReader } from '@tocsin/messaging';
import { provisionTopics } from '@tocsin/messaging-kafka';
import type { Stack } from '../../stack/stack.js';
import { stderrLog } from '../../start/stderr-log.js';
import { runProgram } from './run-program.js';

const PARTITIONS = 6;
const RETENTION_MS = 3_600_000;

/** What bare kafkajs and the broker need for the records of the line. */
export interface KafkaFloor {
  /** Articles whose records were moved. */
  readonly articles: number;
  readonly records: number;
  readonly mib: number;
  /** Milliseconds of CPU an article: of the client, and of the broker. */
  readonly clientMs: number;
  readonly brokerMs: number;
}

/** Records of a topic, and to which one they are written once more. */
export interface MovedTopic {
  readonly from: string;
  readonly to: string;
  readonly records: number;
  /** Groups that read them there. */
  readonly groups: readonly string[];
}

export interface KafkaFloorTask {
  readonly brokers: readonly string[];
  /** The broker's process. */
  readonly brokerPid: number;
  readonly articles: number;
  readonly moved: readonly MovedTopic[];
}

/**
 * Writes the records that the line wrote for some of its articles once more, and reads them as often as the line
 * does, with kafkajs alone: in a process of its own, for what we mend of kafkajs is mended in the whole of a process.
 *
 * @param articles that the line has handled
 * @param some of them, whose share of each topic's records is moved
 */
export async function kafkaFloor(
  stack: Stack,
  reader: BrokerReader,
  articles: number,
  some: number,
  signal: AbortSignal,
): Promise<KafkaFloor> {
  const brokers = stack.kafkaBrokers.split(',');
  const moved: MovedTopic[] = [];
  for (const { name, consumers } of Object.values(topics)) {
    const records = Math.floor((await written(reader, name)) * (some / articles));
    const to = `floor-${name}`;
    moved.push({
      from: name,
      to,
      records,
      groups: consumers.map((group) => `floor-${group}-${to}`),
    });
  }
  await provisionTopics(
    { brokers, clientId: 'floor' },
    moved.map(({ to }) => ({
      topic: to,
      partitions: PARTITIONS,
      replicationFactor: 1,
      config: { 'retention.ms': String(RETENTION_MS) },
    })),
    stderrLog,
  );
  const brokerPid = stack.base.find(({ name }) => name === 'kafka')!.pid;
  const task: KafkaFloorTask = { brokers, brokerPid, articles: some, moved };
  return runProgram(new URL('./floor-kafka-main.js', import.meta.url), task, signal);
}

async function written(reader: BrokerReader, topic: string): Promise<number> {
  let sum = 0;
  for (const { low, high } of (await reader.ranges(topic)).values()) sum += Number(high - low);
  return sum;
}
