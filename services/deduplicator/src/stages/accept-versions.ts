import type { IncomingArticle } from './incoming-article.js';
import type { IndexedArticle } from '../index/syndication-index.port.js';

/** What a version is to the index. */
export type Acceptance = 'new' | 'replacing' | 'unchanged' | 'repeated' | 'stale' | 'erased';

/** The version of an article that counts so far. */
interface Counting {
  readonly version: number;
  readonly contentHash: string;
  /** Its place in the batch; null when the index has it. */
  readonly at: number | null;
}

/**
 * Compares the versions of one batch with what the index has and with each other, in the order in which they came:
 * a lower or equal version is ignored, and equal content changes nothing. Where several of one article would count
 * one after the other, only the last does. So it makes no difference where a batch ends: each version by itself
 * would leave the same one in the index. An equal version is told apart from a lower one: it is the same record
 * again, while a lower one was overtaken and may have come to no end yet.
 * @param erased articles that may tell nothing any more
 * @returns one acceptance for each, in the same order
 */
export function acceptVersions(
  incoming: readonly IncomingArticle[],
  known: readonly IndexedArticle[],
  erased: ReadonlySet<string> = new Set(),
): Acceptance[] {
  const acceptances: Acceptance[] = [];
  const indexed = new Set(known.map(({ articleId }) => articleId));
  const counting = new Map<string, Counting>(
    known.map(({ articleId, version, contentHash }) => [
      articleId,
      { version, contentHash, at: null },
    ]),
  );
  incoming.forEach(({ article: { articleId, version, contentHash } }, at) => {
    const before = counting.get(articleId);
    const refused = erased.has(articleId) ? 'erased' : refusal(version, contentHash, before);
    acceptances.push(refused ?? (indexed.has(articleId) ? 'replacing' : 'new'));
    if (refused !== null) return;
    if (before !== undefined && before.at !== null) acceptances[before.at] = 'stale';
    counting.set(articleId, { version, contentHash, at });
  });
  return acceptances;
}

function refusal(
  version: number,
  contentHash: string,
  before: Counting | undefined,
): Acceptance | null {
  if (before === undefined || version > before.version)
    return contentHash === before?.contentHash ? 'unchanged' : null;
  return version === before.version ? 'repeated' : 'stale';
}
