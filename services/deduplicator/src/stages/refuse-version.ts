import type { ArticleSettled, IncidentExtracted } from '@tocsin/contracts';
import { drop, headerText, type Message, type Outcome } from '@tocsin/messaging';
import type { Acceptance } from './accept-versions.js';

/** A version that takes no effect. */
export type Refused = Extract<Acceptance, 'unchanged' | 'repeated' | 'stale' | 'erased'>;

const REFUSALS: Readonly<Record<Refused, readonly [code: string, reason: string]>> = {
  unchanged: ['ERR_DEDUPLICATOR_UNCHANGED', 'This version says what the known one says.'],
  repeated: ['ERR_DEDUPLICATOR_REPEATED_VERSION', 'This version has come before.'],
  stale: ['ERR_DEDUPLICATOR_STALE_VERSION', 'A newer version is known.'],
  erased: ['ERR_DEDUPLICATOR_ERASED', 'This article was erased and tells nothing any more.'],
};

/**
 * The drop of a version that takes no effect. Its article goes on by another version, so this one would be
 * waited for in vain: it ends here, and its end leaves in the batch's transaction. A repeated one ends
 * where the first goes.
 */
export function refuseVersion(message: Message<IncidentExtracted>, refused: Refused): Outcome {
  const [code, reason] = REFUSALS[refused];
  if (refused === 'repeated') return drop(code, reason);
  const { articleId, url, version } = message.payload;
  const value: ArticleSettled = {
    urlId: articleId,
    url,
    version,
    stage: 'deduplicator',
    end: 'rejected',
    code,
    reason,
    // Of the record, not of now: a replay tells the same.
    at: new Date(message.timestamp).toISOString(),
    traceparent: headerText(message, 'traceparent') ?? null,
  };
  return drop(code, reason, { topic: 'article-settled', key: articleId, value });
}
