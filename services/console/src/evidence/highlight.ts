import type { Claim } from '@tocsin/contracts';

/** The parts of an article, as claims' offsets count them. */
export interface ArticleParts {
  readonly title: string | null;
  readonly paragraphs: readonly string[];
  readonly captions?: readonly string[] | null;
}

/** A run of text and the claims, by their place in the list, that quote it. */
export interface Run {
  readonly text: string;
  readonly claims: readonly number[];
}

export interface Block {
  readonly part: 'title' | 'body' | 'caption';
  readonly runs: readonly Run[];
}

export interface Highlighted {
  readonly blocks: readonly Block[];
  /** Claims whose quote is not in this version of the article. */
  readonly missing: readonly number[];
}

/** Between the parts, as `articleText` of the contracts joins them. */
const JOINT = '\n\n';

/** The article cut at every quote. A quote that moved with a new version is found by its words. */
export function highlight(article: ArticleParts, claims: readonly Claim[]): Highlighted {
  const parts = [
    { part: 'title' as const, text: article.title ?? '' },
    ...article.paragraphs.map((text) => ({ part: 'body' as const, text })),
    ...(article.captions ?? []).map((text) => ({ part: 'caption' as const, text })),
  ];
  const whole = parts.map(({ text }) => text).join(JOINT);
  const spans = claims.map(({ quote, start, end }) => spanOf(whole, quote, start, end));
  let offset = 0;
  const blocks = parts.map(({ part, text }) => {
    const block = { part, runs: cut(text, offset, spans) };
    offset += text.length + JOINT.length;
    return block;
  });
  return { blocks, missing: [...spans.keys()].filter((index) => spans[index] === null) };
}

type Span = readonly [start: number, end: number] | null;

function spanOf(whole: string, quote: string, start: number, end: number): Span {
  if (whole.slice(start, end) === quote) return [start, end];
  const found = whole.indexOf(quote);
  return found < 0 ? null : [found, found + quote.length];
}

/** @param offset of the text within the whole */
function cut(text: string, offset: number, spans: readonly Span[]): Run[] {
  const within = spans.flatMap((span, index) => {
    if (span === null) return [];
    const start = Math.max(0, span[0] - offset);
    const end = Math.min(text.length, span[1] - offset);
    return start < end ? [{ start, end, index }] : [];
  });
  const cuts = new Set([0, text.length, ...within.flatMap(({ start, end }) => [start, end])]);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, at) => ({
    text: text.slice(from, edges[at + 1]),
    claims: within
      .filter(({ start, end }) => start <= from && from < end)
      .map(({ index }) => index),
  }));
}
