import { topics } from '@tocsin/contracts';
import type { BrokerReader } from '@tocsin/messaging';
import { provisionTopics } from '@tocsin/messaging-kafka';
import {
  consumeRecords,
  produceRecords,
  readRecords,
  type BareRecord,
} from '@tocsin/messaging-kafka/bench';
import type { Stack } from '../../stack/stack.js';
import { stderrLog } from '../../start/stderr-log.js';
import { readUsage, treeCpuMs } from '../processes.js';

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

/**
 * Writes the records that the line wrote for some of its articles once more, and reads them as often as the line
 * does, with kafkajs alone.
 *
 * @param articles that the line has handled
 * @param some of them, whose share of each topic's records is moved
 */
export async function kafkaFloor(
  stack: Stack,
  reader: BrokerReader,
  articles: number,
  some: number,
): Promise<KafkaFloor> {
  const brokers = stack.kafkaBrokers.split(',');
  const kafka = stack.base.find(({ name }) => name === 'kafka')!.pid;
  const moved: { to: string; readers: readonly string[]; records: BareRecord[] }[] = [];
  for (const { name, consumers } of Object.values(topics)) {
    const share = Math.floor((await written(reader, name)) * (some / articles));
    const to = `floor-${name}`;
    const records = await readRecords(brokers, name, 'floor-take', share);
    moved.push({
      to,
      readers: consumers,
      records: records.map((each) => ({ ...each, topic: to })),
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
  const cpu = () => [readUsage(process.pid).cpuMs, treeCpuMs(kafka)] as const;
  const [client, broker] = cpu();
  for (const { to, readers, records } of moved) {
    await produceRecords(brokers, records);
    for (const group of readers) {
      await consumeRecords(brokers, to, `floor-${group}-${to}`, records.length);
    }
  }
  const [clientAfter, brokerAfter] = cpu();
  const all = moved.flatMap(({ records }) => records);
  return {
    articles: some,
    records: all.length,
    mib: all.reduce((sum, { value }) => sum + (value?.length ?? 0), 0) / 1024 ** 2,
    clientMs: (clientAfter - client) / some,
    brokerMs: (brokerAfter - broker) / some,
  };
}

async function written(reader: BrokerReader, topic: string): Promise<number> {
  let sum = 0;
  for (const { low, high } of (await reader.ranges(topic)).values()) sum += Number(high - low);
  return sum;
}
