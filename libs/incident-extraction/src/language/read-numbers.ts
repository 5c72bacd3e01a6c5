import { tokenize } from '../text/tokens.js';
import { findNumbers } from './numbers.js';

/** A count read in a text: the words that give it, and its best value. */
export interface ReadNumber {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** How much of a text is read for numbers, in UTF-16 code units. */
const MAX_LENGTH = 10_000;

/** Every definite number of a text that can count people or things; dates, ages and measures are none. */
export function readNumbers(text: string): ReadNumber[] {
  const tokens = tokenize(text.slice(0, MAX_LENGTH));
  return findNumbers(tokens).flatMap(({ core, to, best, vague }) => {
    if (best === null || vague) return [];
    const { start } = tokens[core]!;
    const { end } = tokens[to - 1]!;
    return [{ words: text.slice(start, end), start, end, value: best }];
  });
}
