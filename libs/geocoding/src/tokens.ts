/** A word of the text with what its spelling tells. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly capitalised: boolean;
  /** First word of a sentence, where a capital says nothing. */
  readonly initial: boolean;
  /** Only spaces or a hyphen stand between this word and the one before it. */
  readonly joined: boolean;
  /** A comma and spaces stand between this word and the one before it. */
  readonly afterComma: boolean;
}

const WORD =
  /(?:\p{Lu}\.){2,}|\p{Lu}\p{Ll}{0,4}\.(?=,| \p{Lu}| \p{Ll})|[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)?/gu;

/** Splits into words; a possessive ending is left outside the word. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(/[’']s$/i, '');
    const gap = text.slice(last, match.index);
    const first = word.charAt(0);
    tokens.push({
      start: match.index,
      end: match.index + word.length,
      text: word,
      lower: word.toLowerCase(),
      capitalised: first !== first.toLowerCase(),
      initial: tokens.length === 0 || /[.!?:\n"“”]/.test(gap),
      joined: tokens.length > 0 && /^(?: |-|– ?|\n)?$/.test(gap) && !gap.includes('\n\n'),
      afterComma: /^,\s{1,2}$/.test(gap),
    });
    last = match.index + word.length;
  }
  return tokens;
}

/** Wire copy in capitals: a capital letter tells nothing there. */
export function isUpperCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.text.length > 3);
  const upper = words.filter((token) => token.text === token.text.toUpperCase());
  return words.length > 0 && upper.length > 0.7 * words.length;
}
