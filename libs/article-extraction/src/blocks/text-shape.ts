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

/** Kinds of characters, by code unit. */
const [OTHER, BLANK, LOWER, UPPER, DIGIT, COMMA, STOP, QUOTE, PARTING, LETTER, DENSE, CAPITAL] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
];
const KINDS = new Uint8Array(0x10000).fill(OTHER);
KINDS.fill(LETTER, 0xc0);
/** Scripts with capitals: Latin, Greek, Cyrillic, Armenian. */
for (let code = 0xc0; code < 0x560; code++) {
  const char = String.fromCharCode(code);
  if (char.toLowerCase() !== char) KINDS[code] = CAPITAL;
}
/** Scripts without blanks between words: Chinese, Japanese; Korean's syllables are as dense. */
KINDS.fill(DENSE, 0x2e80, 0xd7a4);
KINDS.fill(LOWER, 97, 123);
KINDS.fill(UPPER, 65, 91);
KINDS.fill(DIGIT, 48, 58);
const mark = (chars: string, kind: number): void => {
  for (const char of chars) KINDS[char.charCodeAt(0)] = kind;
};
mark(' ', BLANK);
mark(',;،、，；', COMMA);
mark('.!?…。！？।؟', STOP);
mark('\'"“”„«»「」『』', QUOTE);
mark('|/\\•·›→>–—@#:©', PARTING);
const CLOSERS = new Set([...')"”’»]\'」』'].map((char) => char.charCodeAt(0)));

/** By kind, of the text that is looked at: a page has hundreds of blocks, and making one anew takes longer than most. */
const counts = new Uint32Array(12);

export function textShape(text: string): TextShape {
  counts.fill(0);
  let lower = 0;
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)] as number;
    if (kind === BLANK) {
      inWord = false;
      continue;
    }
    if (!inWord) {
      words++;
      inWord = true;
    }
    // Most characters are small letters, and counted without a look at memory.
    if (kind === LOWER) {
      lower++;
      continue;
    }
    counts[kind] = (counts[kind] as number) + 1;
  }
  const of = (kind: number): number => counts[kind] as number;
  return {
    words: words + (of(DENSE) >> 1),
    letters: lower + of(UPPER) + of(LETTER) + of(DENSE) + of(CAPITAL),
    upper: of(UPPER) + of(CAPITAL),
    digits: of(DIGIT),
    commas: of(COMMA),
    stops: of(STOP),
    quotes: of(QUOTE),
    partings: of(PARTING),
    ends: endsAsSentence(text),
  };
}

function endsAsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at > 0 && CLOSERS.has(text.charCodeAt(at))) at--;
  return KINDS[text.charCodeAt(at)] === STOP;
}
