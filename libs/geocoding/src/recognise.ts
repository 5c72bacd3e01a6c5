import { foldName } from './fold.js';
import type { Candidate, Gazetteer } from './gazetteer.js';
import type { Token } from './tokens.js';
import { evidenceOf, neighboursOf, personNames } from './evidence.js';
import { DEMONYMS, DIVISION, NOT_PLACES, SAYING } from './words.js';

/** A name of the gazetteer in the text, with what its neighbours say about it. */
export interface Name {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly candidates: readonly Candidate[];
  readonly demonymOf: string | null;
  /** Stands behind "in", "near", … */
  readonly locative: boolean;
  /** Follows another name and a comma, as a state follows its town. */
  readonly afterComma: boolean;
  readonly subjectOfSaying: boolean;
  /** "province", "county", "state" follows: the division is meant, not its town. */
  readonly division: boolean;
  /** Log-odds that this is a place at all, before its readings are looked at. */
  readonly evidence: number;
}

const MAX_WORDS = 5;
const INNER = new Set([
  'of',
  'de',
  'la',
  'el',
  'al',
  'del',
  'and',
  'the',
  'da',
  'do',
  'dos',
  'di',
  'sur',
  'en',
  'upon',
  'e',
  'y',
]);

/** Finds the longest names; persons, organisations and plain words get evidence against them. */
export function recognise(
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  upperCase: boolean,
): Name[] {
  const names: Name[] = [];
  const persons = upperCase ? new Set<string>() : personNames(tokens, gazetteer);
  for (let i = 0; i < tokens.length;) {
    const name = tokens[i]?.capitalised ? longest(tokens, i, gazetteer) : null;
    if (!name) {
      i++;
      continue;
    }
    const judged = judge(tokens, name, upperCase, persons);
    names.push(judged);
    i = judged.last + 1;
  }
  return names;
}

type Found = Pick<Name, 'first' | 'last' | 'folded' | 'candidates' | 'demonymOf'>;

function longest(tokens: readonly Token[], first: number, gazetteer: Gazetteer): Found | null {
  let words = '';
  let best: Found | null = null;
  for (let last = first; last < Math.min(first + MAX_WORDS, tokens.length); last++) {
    const token = tokens[last] as Token;
    if (last > first && !token.joined) break;
    if (!token.capitalised && !(last > first && INNER.has(token.lower))) break;
    words += (last > first ? ' ' : '') + token.text;
    if (!token.capitalised) continue;
    const folded = foldName(words);
    if (folded === null || NOT_PLACES.has(folded)) continue;
    const demonymOf = DEMONYMS.get(folded) ?? null;
    const candidates = demonymOf ? [] : gazetteer.lookupFolded(folded);
    if (demonymOf || candidates.length > 0) best = { first, last, folded, candidates, demonymOf };
  }
  return best;
}

function judge(
  tokens: readonly Token[],
  found: Found,
  upperCase: boolean,
  persons: ReadonlySet<string>,
): Name {
  const first = tokens[found.first] as Token;
  const last = tokens[found.last] as Token;
  const after = tokens[found.last + 1];
  const next = after?.joined ? after.lower : '';
  const neighbours = neighboursOf(tokens, found.first, found.last);
  return {
    ...found,
    start: first.start,
    end: last.end,
    locative: neighbours.locative,
    afterComma: first.afterComma,
    division: DIVISION.has(next),
    subjectOfSaying: !neighbours.locative && SAYING.has(next),
    evidence: evidenceOf(found.folded, neighbours, upperCase, persons),
  };
}
