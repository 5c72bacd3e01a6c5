/** One token; offsets are UTF-16 code units into the article text. */
export interface Token {
  readonly text: string;
  readonly low: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  /** Begins with a capital; says nothing in upper-case wire text. */
  readonly capital: boolean;
  /** Which lexicons' phrases may begin here; kept by `PhraseIndex`, for itself. */
  opens?: number;
  /** The same for this token and all behind it in its sentence; kept by `markAhead`. */
  ahead?: number;
}

/**
 * Abbreviations with inner points, hyphenated ages, numbers with their separators, words, the
 * genitive, and any other single character. Linear: no alternative can backtrack into another.
 */
const TOKEN =
  /(?:\p{L}\.){2,}|\d+(?:-\p{L}+)+|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|m|k)?(?![\p{L}\d])|\d+|['’]s(?!\p{L})|\p{L}+(?:['’](?!s(?!\p{L}))\p{L}+)*(?:-[\p{L}\d]+)*|[^\s]/gu;

/** Splits a stretch of text; `offset` is where it begins in the article text. */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [found] = match;
    const start = offset + match.index;
    const first = found[0] ?? '';
    const digit = first >= '0' && first <= '9';
    const letter = !digit && (/[a-z]/i.test(first) || /\p{L}/u.test(first));
    const low = found.toLowerCase();
    tokens.push({
      text: found,
      low: low.includes('’') ? low.replaceAll('’', "'") : low,
      start,
      end: start + found.length,
      kind: digit ? 'number' : letter ? 'word' : 'mark',
      capital: letter && low !== found && first !== low[0],
      opens: undefined,
      ahead: undefined,
    });
  }
  return tokens;
}
