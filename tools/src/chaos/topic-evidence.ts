import { createHash } from 'node:crypto';
import { decode } from '@tocsin/contracts';
import { type Broker, header, headerText, type RawMessage } from '@tocsin/messaging';
import type { RecordName } from './invariants/outbox.js';
import type { Revision } from './invariants/revisions.js';
import type { UrlVersion } from './invariants/url-ends.js';
import { readTopic } from './read-topic.js';

/** What the topics tell after a run. */
export interface TopicEvidence {
  readonly fetched: readonly UrlVersion[];
  readonly revised: readonly Revision[];
  readonly updated: readonly Revision[];
  /** What services with an outbox published. */
  readonly outboxed: readonly RecordName[];
  /** Records whose id was on their topic before, and versions of pages beyond the first. */
  readonly redeliveries: number;
}

/** Counts how often an id comes again. */
export class Repetitions {
  count = 0;
  private readonly seen = new Set<string>();

  add(id: string): void {
    if (this.seen.has(id)) this.count += 1;
    this.seen.add(id);
  }
}

/** Who publishes through an outbox, by the source that their records name. */
const WITH_OUTBOX = ['/tocsin/deduplicator', '/tocsin/store'];

/** The same of a record and of the outbox row that it was. */
export const digestOf = (key: Buffer | null, value: Buffer | null): string =>
  createHash('sha256')
    .update(key ?? '')
    .update(value ?? '')
    .digest('hex');

/** Topics that are read for repeated records, and for what an outbox sent, alone. */
const OTHERS = [
  'incident-curated',
  'article-extracted',
  'incident-extracted',
  'article-deduplicated',
  'article-settled',
];

export async function readTopicEvidence(broker: Broker): Promise<TopicEvidence> {
  const repeated = new Repetitions();
  const fetched: UrlVersion[] = [];
  const revised: Revision[] = [];
  const updated: Revision[] = [];
  const versionOf = (record: RawMessage) => headerText(record, 'schema-version');
  const outboxed: RecordName[] = [];
  const counted = (record: RawMessage) => {
    const { topic, key, value } = record;
    const id = headerText(record, header.ceId) ?? '';
    if (WITH_OUTBOX.includes(headerText(record, header.ceSource) ?? ''))
      outboxed.push({ topic, id, digest: digestOf(key, value) });
    repeated.add(`${topic} ${id}`);
    return versionOf(record);
  };
  await readTopic(broker, 'article-fetched', (record) => {
    const { articleId, version } = decode('article-fetched', versionOf(record), bytesOf(record));
    fetched.push({ urlId: articleId, version });
    // The pages never change: another version is another fetch.
    repeated.add(articleId);
  });
  await readTopic(broker, 'incident-revised', (record) => {
    const { incident } = decode('incident-revised', counted(record), bytesOf(record));
    revised.push({ incidentId: incident.incidentId, revision: incident.revision });
  });
  await readTopic(broker, 'incident-updated', (record) => {
    const { incidentId, revision } = decode('incident-updated', counted(record), bytesOf(record));
    updated.push({ incidentId, revision });
  });
  for (const topic of OTHERS) await readTopic(broker, topic, counted);
  return { fetched, revised, updated, outboxed, redeliveries: repeated.count };
}

/** Nothing is erased in a fault test: a tombstone there would be a fault. */
function bytesOf({ topic, offset, value }: RawMessage): Buffer {
  if (value === null) throw new Error(`${topic} has a tombstone at ${offset}.`);
  return value;
}
