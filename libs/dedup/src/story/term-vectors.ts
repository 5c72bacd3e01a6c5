import type { StoryArticle } from './story-article.js';

/** An article's keywords as numbers: a term is its place among the terms of the set. */
export interface TermVector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
  /** 1 where the term is a name. */
  readonly names: Uint8Array;
}

/** The keywords of a set of articles, and how many different terms they have. */
export interface TermVectors {
  readonly vectors: readonly TermVector[];
  readonly size: number;
}

export function termVectors(articles: readonly StoryArticle[]): TermVectors {
  const places = new Map<string, number>();
  const placeOf = (term: string) => {
    const place = places.get(term) ?? places.size;
    places.set(term, place);
    return place;
  };
  const vectors = articles.map(({ keywords }) => ({
    terms: Int32Array.from(keywords, ({ term }) => placeOf(term)),
    weights: Float64Array.from(keywords, ({ weight }) => weight),
    names: Uint8Array.from(keywords, ({ name }) => (name ? 1 : 0)),
  }));
  return { vectors, size: places.size };
}
