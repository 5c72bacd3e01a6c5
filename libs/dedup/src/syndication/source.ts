import type { ArticleDeduplicated } from '@tocsin/contracts';
import { compareTexts, type Copying } from './similarity.js';
import type { Signature } from './signature.js';

/** What an article was made from: the nearest of the articles before it. */
export interface Source {
  readonly articleId: string;
  readonly reason: Extract<
    ArticleDeduplicated['reason'],
    'exact-copy' | 'near-copy' | 'rewrite' | 'update'
  >;
  readonly similarity: number;
}

interface Found extends Copying {
  readonly signature: Signature;
}

/**
 * The source of an article among candidates: copies of the text before rewrites, what its own site had before what
 * others had, the most similar first, the earliest of equal ones. It depends on nothing but the set of candidates.
 * @param candidates those that come later are left out
 */
export function sourceOf(article: Signature, candidates: Iterable<Signature>): Source | null {
  let best: Found | null = null;
  for (const signature of candidates) {
    if (signature.order >= article.order) continue;
    const copying = compareTexts(article, signature);
    if (copying === null) continue;
    const found = { ...copying, signature };
    if (best === null || isNearer(found, best, article)) best = found;
  }
  if (best === null) return null;
  return {
    articleId: best.signature.articleId,
    reason: reasonOf(best, article),
    similarity: best.similarity,
  };
}

function isNearer(a: Found, b: Found, { site }: Signature): boolean {
  if ((a.kind === 'rewrite') !== (b.kind === 'rewrite')) return b.kind === 'rewrite';
  const [ownA, ownB] = [a.signature.site === site, b.signature.site === site];
  if (site !== null && ownA !== ownB) return ownA;
  if (a.similarity !== b.similarity) return a.similarity > b.similarity;
  return a.signature.order < b.signature.order;
}

/** The same site, nearly the same text, another address: it published its article again, changed. */
function reasonOf({ kind, signature }: Found, { site }: Signature): Source['reason'] {
  if (kind === 'exact') return 'exact-copy';
  if (kind === 'rewrite') return 'rewrite';
  return site !== null && site === signature.site ? 'update' : 'near-copy';
}
