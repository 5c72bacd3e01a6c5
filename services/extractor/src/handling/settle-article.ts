import type { PayloadOf } from '@tocsin/contracts';
import type { Message, OnSettled, Outcome, Output } from '@tocsin/messaging';
import { headerText, TocsinError } from '@tocsin/messaging';

type Settled = PayloadOf<'article-settled'>;
type End = Pick<Settled, 'end' | 'code' | 'reason'>;

/**
 * The record of every URL that ends at this stage: rejected or dead-lettered. An extracted article
 * goes on and is settled by the store, so it gets none.
 */
export function settleArticle(now: () => number): OnSettled {
  return (message, outcome) => {
    const end = endOf(outcome);
    const urlId = message.key?.toString('utf8') ?? '';
    // Without a key there is no URL to settle: the dead letter alone tells of such a record.
    return end === null || urlId === '' ? [] : [settled(message, urlId, end, now())];
  };
}

function settled(message: Message<unknown>, urlId: string, end: End, at: number): Output {
  const { url, version } = (message.payload ?? {}) as { url?: string; version?: number };
  const value: Settled = {
    urlId,
    url: url ?? null,
    version: version ?? null,
    stage: 'extractor',
    ...end,
    at: new Date(at).toISOString(),
    traceparent: headerText(message, 'traceparent') ?? null,
  };
  return { topic: 'article-settled', key: urlId, value };
}

function endOf(outcome: Outcome): End | null {
  switch (outcome.kind) {
    case 'drop':
      return { end: 'rejected', code: outcome.code, reason: outcome.reason };
    case 'deadLetter': {
      const { error } = outcome;
      const code = error instanceof TocsinError ? error.code : outcome.class;
      return { end: 'dead-lettered', code, reason: error.message };
    }
    case 'ok':
    case 'retry':
      return null;
  }
}
