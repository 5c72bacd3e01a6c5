import { currentVersion, encode, type PayloadOf } from '@tocsin/contracts';
import type { OutgoingRecord } from '@tocsin/messaging';

type FetcherTopic = 'article-fetched' | 'article-fetched-backfill' | 'article-settled';

/** What beside its value a record carries. */
export interface RecordContext {
  /** Unique for what happened, equal when it is published again. */
  readonly id: string;
  /** ISO 8601. */
  readonly time: string;
  /** `traceparent` and `tracestate`, of the URL's fetch. */
  readonly trace: Readonly<Record<string, string>>;
}

/** A value as the record that leaves the fetcher, with CloudEvents headers. */
export function toRecord<N extends FetcherTopic>(
  topic: N,
  key: string,
  value: PayloadOf<N>,
  { id, time, trace }: RecordContext,
): OutgoingRecord {
  return {
    topic,
    key,
    value: encode(topic, value),
    headers: {
      ce_id: id,
      ce_type: `tocsin.${topic}`,
      ce_source: '/tocsin/fetcher',
      ce_time: time,
      'schema-version': String(currentVersion(topic)),
      'content-type': 'application/json',
      ...trace,
    },
  };
}
