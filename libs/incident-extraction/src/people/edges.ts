import { DETERMINERS, PHRASE_STOPS } from '../language/function-words.js';
import { triggers } from '../lexicon/triggers.js';
import type { NumberExpression, Quantity } from '../numbers/counts.js';
import type { Token } from '../text/tokens.js';

/** "25-year-old"; months and weeks give no age in years. */
export const AGE = /^(\d{1,3})-years?-old$/;
/** "two-month-old", "17-year-olds". */
export const AGED = /^[\p{L}\d]+(?:-\p{L}+)?-(?:year|month|week|day)s?-olds?$/u;

/** Where a phrase begins, and what its words before the head say. */
export interface LeftEdge {
  readonly from: number;
  readonly count: Quantity | null;
  readonly age: number | null;
}

/** Reads a phrase leftwards from its head. */
export function leftEdge(
  tokens: readonly Token[],
  head: number,
  floor: number,
  endingAt: ReadonlyMap<number, NumberExpression>,
): LeftEdge {
  let age: number | null = null;
  let from = head;
  for (let i = head - 1; i >= floor && head - i <= 6; i--) {
    const number = endingAt.get(i + 1);
    if (number) return { from: number.from, count: number, age };
    const token = tokens[i]!;
    const years = AGE.exec(token.low);
    if (years) age = Number(years[1]);
    if (token.low === 'of' && i > 0) {
      // "two of the victims": the number counts, the noun says whom.
      const part = endingAt.get(i);
      return part ? { from: part.from, count: part, age } : { from, count: null, age };
    }
    if (DETERMINERS.has(token.low)) {
      const part = tokens[i - 1]?.low === 'of' ? endingAt.get(i - 1) : undefined;
      if (part) return { from: part.from, count: part, age };
      return { from: i, count: null, age };
    }
    if (token.kind === 'mark' || PHRASE_STOPS.has(token.low) || isVerb(tokens, i)) break;
    from = i;
  }
  return { from, count: null, age };
}

/** A verb of the lexicon that is no participle: it ends the phrase ("assaulting police officers"). */
function isVerb(tokens: readonly Token[], at: number): boolean {
  const form = triggers.at(tokens, at)?.value.form;
  return form === 'gerund' || form === 'third' || form === 'base';
}
