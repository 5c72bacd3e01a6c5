import type { StoryArticle } from './story-article.js';
import { termVectors, type TermVector } from './term-vectors.js';

/** Two articles, by their places in the set, the later first. */
export interface AlikePair {
  readonly a: number;
  readonly b: number;
  /** Cosine of their keywords, `LEAST` to 1. */
  readonly cosine: number;
  /** How many names they share. */
  readonly names: number;
}

/** Articles less alike than this are of no story together. */
const LEAST = 0.04;
/** How many of the articles before it an article is compared with: the most alike. */
const NEAREST = 100;
/**
 * Of the articles before it that have a term, so many are looked at, the newest: else what every article of a large
 * set says would compare all of them with all.
 */
const NEWEST = 500;

/**
 * The pairs that may be of one story, each article with the most alike before it. Linear in the number of articles.
 * @param articles in the order of time
 */
export function alikePairs(articles: readonly StoryArticle[]): AlikePair[] {
  const { vectors, size } = termVectors(articles);
  const index = Array.from({ length: size }, (): Posted => ({ articles: [], weights: [] }));
  const own = { weights: new Float64Array(size), names: new Uint8Array(size) };
  const sums = new Float64Array(articles.length);
  const pairs: AlikePair[] = [];
  for (const [a, vector] of vectors.entries()) {
    scatter(vector, own);
    for (const b of nearest(vector, index, sums)) {
      const pair = { a, b, ...compare(own, vectors[b] as TermVector) };
      if (pair.cosine >= LEAST) pairs.push(pair);
    }
    for (const [at, term] of vector.terms.entries()) {
      index[term]?.articles.push(a);
      index[term]?.weights.push(vector.weights[at] ?? 0);
      own.weights[term] = own.names[term] = 0;
    }
  }
  return pairs;
}

/** Who has a term, the oldest first, and its weight in each. */
interface Posted {
  readonly articles: number[];
  readonly weights: number[];
}

/** The vector of one article, by term. */
interface Scattered {
  readonly weights: Float64Array;
  readonly names: Uint8Array;
}

function scatter({ terms, weights, names }: TermVector, into: Scattered): void {
  for (const [at, term] of terms.entries()) {
    into.weights[term] = weights[at] ?? 0;
    into.names[term] = names[at] ?? 0;
  }
}

/** The articles that share the most weight of terms, as far as the index tells. `sums` is zeros before and after. */
function nearest(vector: TermVector, index: readonly Posted[], sums: Float64Array): number[] {
  const found: number[] = [];
  for (const [at, term] of vector.terms.entries()) {
    const weight = vector.weights[at] ?? 0;
    const { articles, weights } = index[term] as Posted;
    for (let i = articles.length - 1; i >= Math.max(0, articles.length - NEWEST); i -= 1) {
      const other = articles[i] as number;
      if (sums[other] === 0) found.push(other);
      sums[other] = (sums[other] ?? 0) + weight * (weights[i] ?? 0);
    }
  }
  const best = new Nearest();
  for (const other of found) {
    best.offer(other, sums[other] ?? 0);
    sums[other] = 0;
  }
  return best.others;
}

/** The most alike of those that are offered, of equals those that came first: the newest. */
class Nearest {
  readonly others: number[] = [];
  private readonly sums: number[] = [];

  offer(other: number, sum: number): void {
    const full = this.others.length === NEAREST;
    if (full && sum <= (this.sums.at(-1) ?? 0)) return;
    if (full) {
      this.others.pop();
      this.sums.pop();
    }
    let [low, high] = [0, this.sums.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sums[middle] ?? 0) >= sum) low = middle + 1;
      else high = middle;
    }
    this.others.splice(low, 0, other);
    this.sums.splice(low, 0, sum);
  }
}

function compare(own: Scattered, other: TermVector): { cosine: number; names: number } {
  let [cosine, names] = [0, 0];
  for (const [at, term] of other.terms.entries()) {
    cosine += (own.weights[term] ?? 0) * (other.weights[at] ?? 0);
    names += (own.names[term] ?? 0) & (other.names[at] ?? 0);
  }
  return { cosine, names };
}
