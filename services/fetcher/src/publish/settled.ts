import type { OutgoingRecord } from '@tocsin/messaging';
import { toRecord } from './record.js';

/** A URL that ended here without a body. */
export interface Settled {
  readonly urlId: string;
  readonly url: string;
  readonly end: 'rejected' | 'failed';
  readonly code: string;
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly trace: Readonly<Record<string, string>>;
}

/** The `article-settled` record of such an end. */
export function settledRecord(settled: Settled): OutgoingRecord {
  const { urlId, url, end, code, reason, trace } = settled;
  const at = new Date(settled.at).toISOString();
  return toRecord(
    'article-settled',
    urlId,
    {
      urlId,
      url,
      version: null,
      stage: 'fetcher',
      end,
      code,
      reason,
      at,
      traceparent: trace['traceparent'] ?? null,
    },
    { id: `${urlId}/fetcher/${code}`, time: at, trace },
  );
}
