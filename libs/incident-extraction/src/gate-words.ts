/** What a character is to the tokeniser. */
export const LETTER = 1;
export const DIGIT = 2;
export const BLANK = 3;
export const MARK = 4;

/** Of each UTF-16 unit its kind; surrogates are marks here and looked at in pairs below. */
const kinds = new Uint8Array(65_536).map((_, unit) => {
  const char = String.fromCharCode(unit);
  if (/\p{L}/u.test(char)) return LETTER;
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  return /\s/.test(char) ? BLANK : MARK;
});

const POINT = 0x2e;
const HYPHEN = 0x2d;
const QUOTE = 0x27;
const CURLY_QUOTE = 0x2019;
const SMALL_S = 0x73;
const ASTRAL_LETTER = /^\p{L}/u;

/** The kind of the unit at `at`; beyond the text it is a mark. */
export const kindAt = (text: string, at: number): number =>
  at < text.length ? kinds[text.charCodeAt(at)]! : MARK;

/** How many units the letter at `at` has: 0 where there is none. */
function letterAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const unit = text.charCodeAt(at);
  if (kinds[unit] === LETTER) return 1;
  if (unit < 0xd800 || unit > 0xdbff) return 0;
  return ASTRAL_LETTER.test(text.slice(at, at + 2)) ? 2 : 0;
}

/**
 * Where the token that begins at `at` ends, by the rules of `tokenize` and without making one: letters
 * with apostrophes and hyphens inside, `U.S.`, digits with what hangs on them, or one mark.
 */
export function tokenEnd(text: string, at: number): number {
  const kind = kindAt(text, at);
  if (kind === LETTER) return wordEnd(text, at, 1);
  if (kind === DIGIT) return numberEnd(text, at);
  const width = letterAt(text, at);
  if (width > 0) return wordEnd(text, at, width);
  const quote = genitiveEnd(text, at);
  if (quote > 0) return quote;
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

function wordEnd(text: string, at: number, width: number): number {
  if (text.charCodeAt(at + width) === POINT) {
    const end = initialsEnd(text, at);
    if (end > 0) return end;
  }
  let end = lettersEnd(text, at + width);
  // Most words end at a blank.
  if (kindAt(text, end) === BLANK) return end;
  while (isQuote(text.charCodeAt(end)) && letterAt(text, end + 1) > 0 && !genitiveEnd(text, end)) {
    end = lettersEnd(text, end + 1);
  }
  return partsEnd(text, end, true);
}

/** `U.S.`: two letters or more with a point after each; 0 where there are fewer. */
function initialsEnd(text: string, at: number): number {
  let end = at;
  let count = 0;
  for (let width; (width = letterAt(text, end)) > 0; count++) {
    if (text.charCodeAt(end + width) !== POINT) break;
    end += width + 1;
  }
  return count >= 2 ? end : 0;
}

function lettersEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && kinds[text.charCodeAt(end)] === LETTER) end++;
  for (let width; (width = letterAt(text, end)) > 0;) end += width;
  return end;
}

/** Further parts after hyphens: `-old`, and `-47` where digits are allowed too. */
function partsEnd(text: string, from: number, digits: boolean): number {
  let end = from;
  while (text.charCodeAt(end) === HYPHEN) {
    let part = end + 1;
    for (let width; ; part += width) {
      width = letterAt(text, part);
      if (width === 0 && digits && kindAt(text, part) === DIGIT) width = 1;
      if (width === 0) break;
    }
    if (part === end + 1) break;
    end = part;
  }
  return end;
}

/** Digits alone, with words hung on (`30-year-old`) or an ending (`4th`); points and commas part them here. */
function numberEnd(text: string, at: number): number {
  let end = at;
  while (kindAt(text, end) === DIGIT) end++;
  const hung = partsEnd(text, end, false);
  if (hung > end) return hung;
  const ending = /^(?:st|nd|rd|th|m|k)(?![\p{L}\d])/u.exec(text.slice(end, end + 4));
  return end + (ending ? ending[0].length : 0);
}

const isQuote = (unit: number): boolean => unit === QUOTE || unit === CURLY_QUOTE;

/** The end of a genitive `'s`, or 0. */
function genitiveEnd(text: string, at: number): number {
  const genitive = isQuote(text.charCodeAt(at)) && text.charCodeAt(at + 1) === SMALL_S;
  return genitive && letterAt(text, at + 2) === 0 ? at + 2 : 0;
}
