import type { ArticleSettled } from '@tocsin/contracts';
import { headerText, type Message, type Outcome, type Output } from '@tocsin/messaging';

/** How an article version that the deduplicator gave up ended, for `article-settled`; none otherwise. */
export const deadLetterEnds =
  (now: () => number) =>
  (message: Message<unknown>, outcome: Outcome): readonly Output[] => {
    const urlId = message.key?.toString('utf8') ?? '';
    if (outcome.kind !== 'deadLetter' || urlId === '') return [];
    const value: ArticleSettled = {
      urlId,
      url: null,
      version: versionOf(message.value),
      stage: 'deduplicator',
      end: 'dead-lettered',
      code: `ERR_DEDUPLICATOR_${outcome.class}`,
      reason: outcome.error.message,
      at: new Date(now()).toISOString(),
      traceparent: headerText(message, 'traceparent') ?? null,
    };
    return [{ topic: 'article-settled', key: urlId, value }];
  };

/** Read from the bytes: a record that broke its contract was never decoded, and may still tell its version. */
function versionOf(value: Buffer | null): number | null {
  try {
    const { version } = JSON.parse(value?.toString('utf8') ?? '') as { version?: unknown };
    return Number.isSafeInteger(version) ? (version as number) : null;
  } catch {
    return null;
  }
}
