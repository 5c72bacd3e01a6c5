import { header, headerText, type RawMessage } from '@tocsin/messaging';
import { readTopic } from '../read-topic.js';
import type { Fault } from './fault.js';
import type { FaultLine } from './fault-line.js';

const ARTICLES = 8;
/** Consumers first, as a rollout goes. */
const ORDER = ['store', 'deduplicator', 'extractor', 'fetcher'] as const;
/** Topics of two versions, and what the first did not have. */
const YOUNGER = { 'article-extracted': 'pageType', 'incident-extracted': 'keywords' } as const;
const OLD_VERSION = '1';

/** Publishes the newest records of a topic once more as an older release wrote them. */
async function asBefore(line: FaultLine, topic: keyof typeof YOUNGER): Promise<number> {
  const { broker } = line.parts;
  const records: RawMessage[] = [];
  await readTopic(broker, topic, (record) => {
    if (headerText(record, header.schemaVersion) === '2' && record.key) records.push(record);
  });
  const old = records.slice(-ARTICLES).map(({ key, value, headers, partition }) => {
    const { [YOUNGER[topic]]: _, ...rest } = JSON.parse(String(value)) as Record<string, unknown>;
    return {
      topic,
      partition,
      key,
      value: Buffer.from(JSON.stringify(rest)),
      headers: { ...headers, [header.schemaVersion]: OLD_VERSION },
    };
  });
  await broker.publish(old);
  return old.length;
}

/** Each service ends in order and starts again while articles and records of two versions are on their way. */
const rolling: Fault = {
  name: 'rolling-upgrade',
  title: 'services are replaced one after the other while records of two schema versions come',
  strike: async (line) => {
    let old = 0;
    let replaced = 0;
    for (const name of ORDER) {
      await line.underWork(ARTICLES);
      const topic = name === 'store' ? 'article-extracted' : 'incident-extracted';
      const [, count] = await Promise.all([
        line.parts.services.endGently(name),
        asBefore(line, topic),
      ]);
      await line.restore();
      old += count;
      replaced += 1;
    }
    return { counts: { 'services replaced': replaced, 'records of an older schema': old } };
  },
};

export const upgradeFaults: readonly Fault[] = [rolling];
