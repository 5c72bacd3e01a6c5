/** Counts of one block's characters, by kind. */
export interface TextShape {
  /** Words parted by blanks; CJK text without blanks counts one for two letters. */
  readonly words: number;
  readonly letters: number;
  readonly upper: number;
  readonly digits: number;
  readonly commas: number;
  /** Ends of sentences inside or at the end. */
  readonly stops: number;
  readonly quotes: number;
  /** Bars, slashes, bullets, arrows: what parts labels. */
  readonly partings: number;
  /** Whether it ends as a sentence does. */
  readonly ends: boolean;
}

const COMMAS = new Set([...',;،、，；'].map((char) => char.charCodeAt(0)));
const STOPS = new Set([...'.!?…。！？।؟'].map((char) => char.charCodeAt(0)));
const QUOTES = new Set([...'"“”„«»「」『』'].map((char) => char.charCodeAt(0)));
const PARTINGS = new Set([...'|/\\•·›»→>–—@#:©'].map((char) => char.charCodeAt(0)));
const CLOSERS = new Set([...')"”’»]\'」』'].map((char) => char.charCodeAt(0)));
const isDense = (code: number): boolean => code >= 0x2e80 && code <= 0xd7a3;

export function textShape(text: string): TextShape {
  let [words, letters, upper, digits, commas, stops, quotes, partings, dense] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0,
  ];
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      inWord = false;
      continue;
    }
    if (!inWord) words++;
    inWord = true;
    if (code >= 97 && code <= 122) letters++;
    else if (code >= 65 && code <= 90) {
      letters++;
      upper++;
    } else if (code >= 48 && code <= 57) digits++;
    else if (COMMAS.has(code)) commas++;
    else if (STOPS.has(code)) stops++;
    else if (QUOTES.has(code)) quotes++;
    else if (PARTINGS.has(code)) partings++;
    else if (code > 0xbf) {
      letters++;
      if (isDense(code)) dense++;
      else if (code < 0x530 && isUpper(text[at] ?? '')) upper++;
    }
  }
  words += dense >> 1;
  return {
    words,
    letters,
    upper,
    digits,
    commas,
    stops,
    quotes,
    partings,
    ends: endsAsSentence(text),
  };
}

const isUpper = (char: string): boolean => char.toLowerCase() !== char;

function endsAsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at > 0 && CLOSERS.has(text.charCodeAt(at))) at--;
  return STOPS.has(text.charCodeAt(at));
}
