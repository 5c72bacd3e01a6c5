import type { ArticleSettled } from '@tocsin/contracts';
import { headerText, type Message, type Outcome, type Output } from '@tocsin/messaging';

/** How a record of an article topic that the store gave up ended, for `article-settled`; none otherwise. */
export const deadLetterEnds =
  (now: () => number) =>
  (message: Message<unknown>, outcome: Outcome): readonly Output[] => {
    const urlId = message.key?.toString('utf8') ?? '';
    if (outcome.kind !== 'deadLetter' || urlId === '') return [];
    const value: ArticleSettled = {
      urlId,
      url: null,
      version: versionOf(message.payload),
      stage: 'store',
      end: 'dead-lettered',
      code: `ERR_STORE_${outcome.class}`,
      reason: outcome.error.message,
      at: new Date(now()).toISOString(),
      traceparent: headerText(message, 'traceparent') ?? null,
    };
    return [{ topic: 'article-settled', key: urlId, value }];
  };

/** The payload is undecoded for a record that broke its contract. */
function versionOf(payload: unknown): number | null {
  const { version } = (payload ?? {}) as { version?: unknown };
  return typeof version === 'number' ? version : null;
}
