import type { Attribution } from '@tocsin/contracts';
import { type Token, tokenize } from '../text/tokens.js';
import { sourceClass } from './lexicon.js';
import { WordList, WordSet } from '../language/word-list.js';

/** A source in a sentence; token positions, `to` exclusive. */
export interface Source {
  readonly from: number;
  readonly to: number;
  readonly link: Attribution;
}

/** Where a source's phrase ends. */
const EDGE = new WordSet(
  ', ; : . " “ ” that ( ) -- — but while whereas although though who which and with of in when after as'.split(
    ' ',
  ),
);
const LONGEST = 10;
const BETWEEN = new WordList(
  /^(?:has|have|had|also|later|is|was|are|were|reportedly|did|does|not)$/,
);
/** Stand for a source named before. */
const ANAPHOR = new WordList(/^(?:he|she|they)$/);

/** "according to X", "…, said X, a police spokesman". */
export function sourceAfter(tokens: readonly Token[], at: number): Source | null {
  let to = at;
  while (to < tokens.length && to - at < LONGEST && !(isEdge(tokens, to) && to > at)) to++;
  return source(tokens, at, to, apposition(tokens, to));
}

/** "X said", "X has reported", "X, a police spokesman, said": back to the clause's beginning. */
export function sourceBefore(tokens: readonly Token[], at: number): Source | null {
  let end = at;
  while (end > 0 && BETWEEN.test(tokens[end - 1]!.low)) end--;
  if (tokens[end - 1]?.low === ',') {
    const open = tokens.findLastIndex((token, i) => i < end - 1 && token.low === ',');
    if (open <= 0 || end - open > LONGEST) return null;
    const inner = tokens.slice(open + 1, end - 1);
    const from = leftEdge(tokens, open);
    return from < open ? source(tokens, from, open, inner) : null;
  }
  const from = leftEdge(tokens, end);
  return from < end ? source(tokens, from, end, []) : null;
}

/** A phrase that is known to speak. */
export const sourceIn = (tokens: readonly Token[], from: number, to: number): Source | null =>
  source(tokens, from, to, []);

function leftEdge(tokens: readonly Token[], end: number): number {
  let from = end;
  while (from > 0 && end - from < LONGEST && !isEdge(tokens, from - 1)) from--;
  return from;
}

/** "of" and "in" go on with a title: "the mayor of X", "a spokesman in Y". */
function isEdge(tokens: readonly Token[], at: number): boolean {
  const { low } = tokens[at]!;
  if (low === 'of' || low === 'in')
    return sourceClass(tokens.slice(Math.max(0, at - 3), at)) === null;
  return EDGE.has(low);
}

/** The tokens between the comma at `at` and the next one. */
function apposition(tokens: readonly Token[], at: number): readonly Token[] {
  if (tokens[at]?.low !== ',') return [];
  let to = at + 1;
  while (to < tokens.length && to - at <= LONGEST && !/^[,.;:"”]$/.test(tokens[to]!.low)) to++;
  return tokens.slice(at + 1, to);
}

function source(
  tokens: readonly Token[],
  from: number,
  to: number,
  described: readonly Token[],
): Source | null {
  const words = tokens.slice(from, to);
  if (!words.some((token) => token.kind === 'word')) return null;
  const known = sourceClass(words) ?? sourceClass(described);
  const named = words.length <= 6 && words.every((token) => token.capital || token.kind !== 'word');
  const anaphor = words.length === 1 && ANAPHOR.test(words[0]!.low);
  if (!known && !named && !anaphor) return null;
  return { from, to, link: { name: nameOf(words), class: known ?? 'none' } };
}

/** "he", "she", "they": the source is one that was named before. */
export function isAnaphor({ name }: Attribution): boolean {
  return name !== null && ANAPHOR.test(name.toLowerCase());
}

/** "sources quoted by the channel": the channel is the outer link, the sources the inner. */
export function nested(link: Attribution): Attribution[] {
  const [inner, outer] = (link.name ?? '').split(/ (?:quoted|cited) by /);
  if (!inner || !outer) return [link];
  return [outer, inner].map((name) => ({ name, class: sourceClass(tokenize(name)) ?? 'none' }));
}

/** The source as written, joined by single blanks and without a trailing day ("reports on Thursday"). */
function nameOf(words: readonly Token[]): string {
  const stop = words.findIndex((token, i) => i > 0 && token.low === 'on');
  return words
    .slice(0, stop > 0 ? stop : undefined)
    .map((token) => token.text)
    .join(' ')
    .replaceAll(" 's", "'s")
    .replaceAll(' ’s', '’s');
}
