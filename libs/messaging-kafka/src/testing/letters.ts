import { withPrefix } from '@tocsin/contracts';
import {
  deadLetterRecord,
  InMemoryBroker,
  PermanentError,
  type DeadLetterClass,
  type OutgoingRecord,
} from '@tocsin/messaging';
import type { GroupTopic } from '../operating/readings.js';

/** A broker in memory with every topic of a deployment. */
export function memoryBroker(prefix = ''): InMemoryBroker {
  const broker = new InMemoryBroker({ maxRecordBytes: 1_000_000, now: () => 0 });
  for (const { name, partitions } of withPrefix(prefix).provisioning())
    broker.createTopic(name, partitions);
  return broker;
}

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

/** The dead letter that a group would write for a record of this value. */
export function deadLetterOf(
  { physicalTopic, group }: GroupTopic,
  value: string | Buffer,
  deadLetterClass: DeadLetterClass = 'PERMANENT',
): OutgoingRecord {
  const record = {
    topic: physicalTopic,
    partition: 1,
    offset: 7n,
    key: Buffer.from('key'),
    value: Buffer.from(value),
    headers: { mark: Buffer.from('m'), traceparent: Buffer.from(TRACEPARENT) },
    timestamp: 0,
  };
  const error = new PermanentError('ERR_SPEC', `cannot do ${String(value).slice(0, 20)}`);
  const outcome = { kind: 'deadLetter', class: deadLetterClass, error, outputs: [] } as const;
  return deadLetterRecord(record, outcome, { topic: physicalTopic, group, now: 1_000 });
}
