import { NOT_NAMES, NO_PERSON } from '../language/function-words.js';
import { isAged } from './edges.js';
import type { Document } from '../text/document.js';
import type { Token } from '../text/tokens.js';

const known = new WeakMap<Document, ReadonlySet<string>>();

/** More names than this are a list, and no story's people. */
const MAX_NAMES = 200;

/**
 * The last names, in lower case, of those whom an article names in full with an age or as
 * "identified as": alone they mean the same people again. Read once for each document.
 */
export function knownNames(document: Document): ReadonlySet<string> {
  const found = known.get(document);
  if (found) return found;
  const names = new Set<string>();
  if (!document.upperCase) {
    for (const { tokens } of document.sentences) addNames(tokens, names);
  }
  known.set(document, names);
  return names;
}

function addNames(tokens: readonly Token[], names: Set<string>): void {
  for (let i = 2; i < tokens.length && names.size < MAX_NAMES; i++) {
    const { low } = tokens[i]!;
    const aged = low === ',' && /^\d{1,2}$/.test(tokens[i + 1]?.low ?? '');
    if (aged) addLast(tokens, i - 1, names);
    // "17-year-old Ann Roe"
    else if (isAged(tokens[i - 2]!.low)) addLast(tokens, nameEnd(tokens, i - 1) - 1, names);
    const identified = low === 'as' || low === 'named';
    if (!identified || !/^(?:identified|identify|was|is|man|woman)$/.test(tokens[i - 1]!.low))
      continue;
    addLast(tokens, nameEnd(tokens, i + 1) - 1, names);
  }
}

/** How many words a name has at most. */
const MAX_WORDS = 4;

function nameEnd(tokens: readonly Token[], from: number): number {
  let end = from;
  while (tokens[end]?.capital && end - from < MAX_WORDS) end++;
  return end;
}

/** The last word of a full name that ends at a token. */
function addLast(tokens: readonly Token[], at: number, names: Set<string>): void {
  const last = tokens[at]!;
  const first = tokens[at - 1];
  const full = last.capital && first?.capital && !NOT_NAMES.has(first.low) && last.text.length > 2;
  if (full && !NO_PERSON.has(last.low) && !NOT_NAMES.has(last.low)) names.add(last.low);
}
