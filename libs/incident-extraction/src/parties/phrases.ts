import type { TokenSpan } from '../reading/frames.js';
import type { NounPhrase } from '../syntax/noun-phrases.js';
import { phraseAround, phraseFrom, phraseTo } from '../syntax/phrase-lookup.js';
import type { Token } from '../text/tokens.js';

/** Longest list that is followed. */
const MAX_JOINED = 8;
const LINK = /^(?:,|and|&|or|as|well|plus|along|with|also)$/;

/** The phrases that a list joins to one, it included, in order: "a priest, two nuns, and a cook". */
export function joinedPhrases(
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  span: TokenSpan,
  side: 'left' | 'right',
): NounPhrase[] {
  const first = phraseFrom(phrases, span.from) ?? phraseAround(phrases, span.from);
  if (!first) return [];
  const found = [first];
  while (found.length < MAX_JOINED) {
    const next =
      side === 'right' ? after(tokens, phrases, found.at(-1)!) : before(tokens, phrases, found[0]!);
    if (!next) break;
    if (side === 'right') found.push(next);
    else found.unshift(next);
  }
  return found;
}

function after(
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  phrase: NounPhrase,
): NounPhrase | null {
  let at = wholePhrase(tokens, phrases, phrase).to;
  const start = at;
  while (at < tokens.length && at - start < 4 && LINK.test(tokens[at]!.low)) at++;
  return at > start ? phraseFrom(phrases, at) : null;
}

function before(
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  phrase: NounPhrase,
): NounPhrase | null {
  let at = phrase.from;
  while (at > 0 && phrase.from - at < 4 && LINK.test(tokens[at - 1]!.low)) at--;
  if (at === phrase.from) return null;
  const found = phraseTo(phrases, at);
  if (!found) return null;
  // "the mayor of the town and two others": what is joined is the mayor.
  return tokens[found.from - 1]?.low === 'of' ? phraseTo(phrases, found.from - 1) : found;
}

/** How many "of" phrases a phrase is followed through. */
const MAX_OF = 2;
/** Longest text in brackets that is read over. */
const MAX_BRACKET = 10;

/** A phrase with the "of" phrases and brackets behind it: "members of the National Front (FN)". */
export function wholePhrase(
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  phrase: TokenSpan,
): TokenSpan {
  let { to } = phrase;
  for (let step = 0; step < MAX_OF; step++) {
    to = overBracket(tokens, to);
    const of = tokens[to]?.low === 'of' ? phraseFrom(phrases, to + 1) : null;
    if (!of) break;
    ({ to } = of);
  }
  return { from: phrase.from, to: overBracket(tokens, to) };
}

/** Past "(…)" or "[…]" that opens at a token; the token itself where none does. */
export function overBracket(tokens: readonly Token[], at: number): number {
  const close = { '(': ')', '[': ']' }[tokens[at]?.low ?? ''];
  if (!close) return at;
  const end = Math.min(tokens.length, at + MAX_BRACKET);
  for (let i = at + 1; i < end; i++) if (tokens[i]!.low === close) return i + 1;
  return at;
}
