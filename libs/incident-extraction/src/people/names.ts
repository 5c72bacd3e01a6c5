import {
  DETERMINERS,
  NAME_FOLLOWERS,
  NO_PERSON,
  NOT_NAMES,
  PHRASE_STOPS,
} from '../language/function-words.js';
import { personNouns } from '../lexicon/actors.js';
import { triggers } from '../lexicon/triggers.js';
import type { Token } from '../text/tokens.js';
import { nobody, type Person } from './person.js';
import { WordSet } from '../language/word-list.js';

/** By token: 1 where a phrase for people was found before. */
export type Taken = Uint8Array;

const PARTICLES = new WordSet(['de', 'la', 'del', 'al', 'bin', 'van', 'von', 'y', 'jr', 'ibn']);
const COMMON_ENDING = /(?:ed|ing|ly|tion|sion|ment|ity|ness|ence|ance|ism|ists?|ers)$/;
/** What stands behind these is a place. */
const LOCATIVE = new WordSet([
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'around',
  'on',
  'to',
  'along',
]);

/** A proper name that begins at a token; in upper-case text words that no lexicon knows. */
export function nameAt(
  tokens: readonly Token[],
  at: number,
  upperCase: boolean,
): { to: number; text: string } | null {
  let to = at;
  while (to < tokens.length && to - at < 6 && isNamePart(tokens, to, upperCase)) to++;
  if (to === at || (upperCase && to - at < 2)) return null;
  return { to, text: written(tokens, at, to) };
}

function isNamePart(tokens: readonly Token[], at: number, upperCase: boolean): boolean {
  const token = tokens[at]!;
  if (token.kind !== 'word') return false;
  // "Terry A. Roe": no article.
  if (isInitial(tokens, at)) return true;
  if (NOT_NAMES.has(token.low)) return false;
  if (PARTICLES.has(token.low)) return true;
  if (!token.capital || PHRASE_STOPS.has(token.low) || DETERMINERS.has(token.low)) return false;
  if (!upperCase) return true;
  return !COMMON_ENDING.test(token.low) && !personNouns.at(tokens, at) && !triggers.at(tokens, at);
}

/** "A." behind a capital, with one behind it. */
const isInitial = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.text === 'A' &&
  tokens[at + 1]?.low === '.' &&
  Boolean(tokens[at - 1]?.capital && tokens[at + 2]?.capital) &&
  tokens[at - 1]!.kind === 'word';

/**
 * Capitalised names of two words and more, or of one with an age behind ("Smith, 25,") or `known`. In a
 * headline whose words are all capitalised only an age tells a name.
 */
export function names(
  tokens: readonly Token[],
  taken: Taken,
  headline: boolean,
  known: ReadonlySet<string>,
): Person[] {
  const found: Person[] = [];
  for (let i = 0; i < tokens.length;) {
    let to = i;
    while (to < tokens.length && taken[to] !== 1 && isNamePart(tokens, to, headline)) to++;
    // "James E. Roe"
    while (to > i && tokens[to]?.low === '.' && tokens[to - 1]!.text.length === 1) {
      to++;
      while (to < tokens.length && taken[to] !== 1 && isNamePart(tokens, to, headline)) to++;
    }
    if (to === i) {
      i++;
      continue;
    }
    const age = ageAfter(tokens, to);
    const words = tokens.slice(i, to).filter((t) => t.capital).length;
    const last = tokens[to - 1]?.low ?? '';
    const many = words >= 2 && words <= 5 && !headline;
    const before = tokens[i - 1]?.low ?? '';
    const block = before === 'of' && tokens[i - 2]?.low === 'block';
    const somewhere = age === null && (block || before === 'the' || LOCATIVE.has(before));
    const next = tokens[to];
    const placed =
      NO_PERSON.has(last) ||
      NO_PERSON.has(next?.low ?? '') ||
      (age === null && next?.kind === 'word' && !NAME_FOLLOWERS.has(next.low));
    const again =
      words === 1 &&
      to === i + 1 &&
      !headline &&
      (known.has(tokens[i]!.low) || isTitled(tokens, i));
    if ((many || again || (words >= 1 && age !== null)) && !placed && !somewhere) {
      found.push({ ...nobody, from: i, to, name: written(tokens, i, to), age });
    }
    i = to;
  }
  return found;
}

/** "Mrs. Roe". */
const isTitled = (tokens: readonly Token[], at: number): boolean =>
  /^m(?:r|rs|s)$/.test(tokens[tokens[at - 1]?.low === '.' ? at - 2 : at - 1]?.low ?? '');

const written = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((t) => t.text)
    .join(' ')
    .replaceAll(' .', '.');

/** "…, 25,": an age in apposition; null for none. */
export function ageAfter(tokens: readonly Token[], at: number): number | null {
  const open = tokens[at]?.low;
  if ((open !== ',' && open !== '(') || !/^\d{1,3}$/.test(tokens[at + 1]?.low ?? '')) return null;
  const end = tokens[at + 2]?.low ?? '.';
  const age = Number(tokens[at + 1]!.low);
  // "Ann Roe, 1 of 4 women killed": which part, not how old.
  if (end === 'of' && /^(?:\d+|the|them|those)$/.test(tokens[at + 3]?.low ?? '')) return null;
  return age < 120 && AGE_ENDS.has(end) ? age : null;
}

const AGE_ENDS = new WordSet([',', ';', '.', 'of', 'and', ')', 'was']);
