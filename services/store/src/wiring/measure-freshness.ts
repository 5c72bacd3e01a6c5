import type { ArticleSettled } from '@tocsin/contracts';
import type { OnSettled } from '@tocsin/messaging';
import { histogram } from '@tocsin/telemetry/catalogue';

const freshness = histogram('tocsin.article.freshness');

/**
 * Measures from its fetch how long each article version took to be readable. Here and not in a handler: a
 * record settles once, however often its transaction was tried.
 */
export function measureFreshness(settle: OnSettled): OnSettled {
  return (message, outcome) => {
    if (outcome.kind === 'ok') {
      for (const { topic, value } of outcome.outputs) {
        if (topic !== 'article-settled') continue;
        const { version, at } = value as ArticleSettled;
        // A version is the moment of its fetch.
        if (version !== null) freshness.record(Math.max(0, Date.parse(at) - version) / 1_000, {});
      }
    }
    return settle(message, outcome);
  };
}
