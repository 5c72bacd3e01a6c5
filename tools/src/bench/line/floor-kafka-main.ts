import {
  consumeRecords,
  produceRecords,
  readRecords,
  type BareRecord,
} from '@tocsin/messaging-kafka/bench';
import { readUsage, treeCpuMs } from '../processes.js';
import type { KafkaFloor, KafkaFloorTask } from './floor-kafka.js';

const { brokers, brokerPid, articles, moved } = JSON.parse(process.argv[2] ?? '') as KafkaFloorTask;

const taken: BareRecord[][] = [];
for (const { from, to, records } of moved) {
  const read = await readRecords(brokers, from, 'floor-take', records);
  taken.push(read.map((each) => ({ ...each, topic: to })));
}
const cpu = () => [readUsage(process.pid).cpuMs, treeCpuMs(brokerPid)] as const;
const [client, broker] = cpu();
for (const [n, { to, groups }] of moved.entries()) {
  const records = taken[n] as BareRecord[];
  await produceRecords(brokers, records);
  for (const group of groups) await consumeRecords(brokers, to, group, records.length);
}
const [clientAfter, brokerAfter] = cpu();
const all = taken.flat();
const floor: KafkaFloor = {
  articles,
  records: all.length,
  mib: all.reduce((sum, { value }) => sum + (value?.length ?? 0), 0) / 1024 ** 2,
  clientMs: (clientAfter - client) / articles,
  brokerMs: (brokerAfter - broker) / articles,
};
process.send?.(floor, () => process.disconnect());
