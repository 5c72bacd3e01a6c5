import { ABBREVIATIONS, STATE_ABBREVIATIONS } from './words.js';

/** A word of the text with what its spelling tells. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Without a possessive ending. */
  readonly text: string;
  readonly lower: string;
  readonly capitalised: boolean;
  /** First word of a sentence, where a capital says nothing. */
  readonly initial: boolean;
  /** Only spaces or a hyphen stand between this word and the one before it. */
  readonly joined: boolean;
  /** A hyphen or dash without spaces stands between this word and the one before it. */
  readonly hyphened: boolean;
  /** A comma and spaces stand between this word and the one before it. */
  readonly afterComma: boolean;
  /** "'s" follows. */
  readonly possessive: boolean;
}

const WORD = /(?:\p{Lu}\p{Ll}?\.){2,}|[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)?/gu;

/** Splits into words; a possessive ending is left outside the word, an abbreviation's dot inside. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  WORD.lastIndex = 0;
  for (let match; (match = WORD.exec(text)) !== null;) {
    const possessive = isPossessive(match[0]);
    let word = possessive ? match[0].slice(0, -2) : match[0];
    if (!possessive && text[match.index + word.length] === '.' && isAbbreviation(word)) word += '.';
    const gap = text.slice(last, match.index);
    // Most words have a blank before them and nothing else.
    const blank = gap === ' ';
    const lower = word.toLowerCase();
    tokens.push({
      start: match.index,
      end: match.index + word.length,
      text: word,
      lower,
      capitalised: lower !== word && word.charAt(0) !== word.charAt(0).toLowerCase(),
      initial: tokens.length === 0 || (!blank && /[.!?:\n"“”]/.test(gap)),
      joined: tokens.length > 0 && (blank || /^(?: |-|– ?|\n)?$/.test(gap)),
      hyphened: gap === '-' || gap === '–',
      afterComma: !blank && /^,\s{1,2}$/.test(gap),
      possessive,
    });
    last = match.index + Math.max(word.length, match[0].length);
  }
  return tokens;
}

/** Ends with an apostrophe and "s". */
function isPossessive(word: string): boolean {
  const mark = word.charAt(word.length - 2);
  return (mark === "'" || mark === '’') && word.charAt(word.length - 1).toLowerCase() === 's';
}

/** "St.", "Minn.", "J.": the dot belongs to the word and ends no sentence. */
function isAbbreviation(word: string): boolean {
  if (word.length === 1) return word !== word.toLowerCase();
  const lower = word.toLowerCase();
  return ABBREVIATIONS.has(lower) || STATE_ABBREVIATIONS.has(lower);
}

/** Wire copy in capitals: a capital letter tells nothing there. */
export function isUpperCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.text.length > 3);
  const upper = words.filter((token) => token.text === token.text.toUpperCase());
  return words.length > 0 && upper.length > 0.7 * words.length;
}
