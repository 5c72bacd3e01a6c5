import type { Token } from '../text/tokens.js';
import { type Clause, readClauses } from './clauses.js';
import { type NounPhrase, readNounPhrases } from './noun-phrases.js';
import { type Pos, tag } from './tagger.js';
import { readVerbGroups } from './verb-groups.js';

/** A sentence's grammar, as far as who does what to whom needs it. */
export interface Syntax {
  readonly pos: readonly Pos[];
  readonly phrases: readonly NounPhrase[];
  /** One for each verb group, in order. */
  readonly clauses: readonly Clause[];
}

/** Longer sentences are lists and tables; the grammar reads their beginning. */
const MAX_TOKENS = 150;

/** Reads a sentence's grammar. Linear in its length. */
export function readSyntax(tokens: readonly Token[], upperCase: boolean): Syntax {
  const read = tokens.slice(0, MAX_TOKENS);
  const pos = tag(read, upperCase);
  const groups = readVerbGroups(read, pos);
  const taken = new Uint8Array(read.length);
  for (const { from, to } of groups) taken.fill(1, from, to);
  const phrases = readNounPhrases(read, pos, taken);
  return { pos, phrases, clauses: readClauses(read, pos, phrases, groups) };
}
