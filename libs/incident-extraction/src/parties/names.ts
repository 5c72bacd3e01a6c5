import { personNouns } from '../lexicon/actors.js';
import { NO_PERSON, NOT_NAMES } from '../language/function-words.js';
import type { TokenSpan } from '../reading/frames.js';
import type { Pos } from '../syntax/tagger.js';
import type { Token } from '../text/tokens.js';
import { WordList } from '../language/word-list.js';

/** Forms of address and rank that stand before a name and are no nouns of the lexicon. */
const TITLE = new WordList(
  /^(?:dr|doctor|father|fr|monsignor|monsignore|msgr|reverend|rev|bishop|sister|mother|don|dona|mr|mrs|ms|miss|engineer|eng|attorney|lawyer|senor|sir|lord|professor|prof|former|ex|president-elect|alias|gen|col|lt|capt|maj|sgt)$/,
);
const PARTICLE = new WordList(/^(?:de|la|las|los|del|y|e|al|el|bin|ibn|van|von|da|dos|di|jr|sr)$/);
/** Longest name, in words. */
const MAX_WORDS = 6;

/**
 * The person's name that a phrase ends in: proper nouns behind its titles and lexicon nouns. Null for a
 * single word without a title before it, and for names that end like those of places and organisations.
 */
export function nameInPhrase(
  tokens: readonly Token[],
  pos: readonly Pos[],
  phrase: TokenSpan,
): TokenSpan | null {
  let from = phrase.to;
  while (from > phrase.from && phrase.to - from < MAX_WORDS && isPart(tokens, pos, from - 1))
    from--;
  while (from < phrase.to && PARTICLE.test(tokens[from]!.low)) from++;
  if (from === phrase.to || NO_PERSON.has(tokens[phrase.to - 1]!.low)) return null;
  const titled = from > phrase.from && isTitle(tokens, from - 1);
  return titled || phrase.to - from >= 2 || phrase.from === from ? { from, to: phrase.to } : null;
}

function isPart(tokens: readonly Token[], pos: readonly Pos[], at: number): boolean {
  const { low, kind } = tokens[at]!;
  if (kind !== 'word' || low === "'s" || TITLE.test(low) || NOT_NAMES.has(low))
    return PARTICLE.test(low);
  if (PARTICLE.test(low)) return true;
  return pos[at] === 'PROPN' && !personNouns.at(tokens, at);
}

function isTitle(tokens: readonly Token[], at: number): boolean {
  return TITLE.test(tokens[at]!.low) || personNouns.at(tokens, at)?.to === at + 1;
}
