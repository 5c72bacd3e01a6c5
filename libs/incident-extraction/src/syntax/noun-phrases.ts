import type { Token } from '../text/tokens.js';
import type { Pos } from './tagger.js';
import { isPremodifier, POSSESSIVE } from './verb-groups.js';
import { WordList } from '../language/word-list.js';

/** A noun with what stands before it; token positions, `to` exclusive. "of" phrases are phrases of their own. */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  readonly head: number;
}

const isNominal = (pos: Pos | undefined): boolean =>
  pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM' || pos === 'ADJ';
/** Words of time stand between phrases and belong to none: "three men Friday night". */
const TIME_WORD = new WordList(
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|tonight|tomorrow|overnight)$/,
);

/** A day by its name, "yesterday" and the like. */
export const isTimeWord = (low: string): boolean => TIME_WORD.test(low);

const TEMPORAL = new WordList(
  /^(?:night|morning|afternoon|evening|midnight|noon|day|week|weekend|month|year|hour|minute|moment|time|dawn|january|february|march|april|june|july|august|september|october|november|december)s?$/,
);

/** A phrase that says when: no one's subject or object; "the march" is no month. */
export function isTemporal(tokens: readonly Token[], { head, from }: NounPhrase): boolean {
  const { low, capital } = tokens[head]!;
  return TEMPORAL.test(low) && (low !== 'march' || (capital && head === from));
}

/** All noun phrases of a sentence, in order, not overlapping. `taken` is 1 at the tokens of its verb groups. */
export function readNounPhrases(
  tokens: readonly Token[],
  pos: readonly Pos[],
  taken: Uint8Array,
): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  for (let i = 0; i < tokens.length;) {
    const phrase = taken[i] === 1 ? null : phraseAt(tokens, pos, i, taken);
    if (phrase) phrases.push(phrase);
    i = phrase ? phrase.to : i + 1;
  }
  return phrases;
}

function phraseAt(
  tokens: readonly Token[],
  pos: readonly Pos[],
  from: number,
  taken: Uint8Array,
): NounPhrase | null {
  const { low } = tokens[from]!;
  if (isTimeWord(low)) return null;
  if (pos[from] === 'PRON' && !POSSESSIVE.has(low)) return { from, to: from + 1, head: from };
  const opened = pos[from] === 'DET' || POSSESSIVE.has(low);
  if (low === "'s") return null;
  let head = -1;
  let to = opened ? from + 1 : from;
  for (let i = to; i < tokens.length && taken[i] === 0; i++) {
    const part = pos[i]!;
    if (isTimeWord(tokens[i]!.low)) break;
    if (isNominal(part)) {
      if (part !== 'ADJ') head = i;
      to = i + 1;
    } else if (isPremodifier(tokens, pos, i)) {
      to = i + 1;
    } else if (tokens[i]!.low === "'s" && head === i - 1 && isNominal(pos[i + 1])) {
      to = i + 1;
    } else if (!(part === 'ADV' && isNominal(pos[i + 1]) && i > from)) break;
  }
  if (head >= 0) return { from, to: head + 1, head };
  // "the wounded", "the dead": the adjective is the head.
  const bare = opened && to > from + 1;
  if (bare) return { from, to, head: to - 1 };
  // "killed another", "another of his sons", "killing her".
  return low === 'another' || low === 'her' ? { from, to: from + 1, head: from } : null;
}
