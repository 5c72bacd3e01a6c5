import type { Token } from './tokens.js';

/** Farthest that the dash behind a dateline stands from the sentence's beginning, in tokens. */
const DATELINE = 20;

/**
 * Index of the dash behind a dateline, -1 without one: the day in "LIMA, 5 Jan (EFE) --" is the report's. A
 * single hyphen is none, for it joins days: "Aug 29-31".
 */
export const datelineDash = (tokens: readonly Token[]): number => firstOf(tokens, isLong);

/** Index of the last token of a dateline with its dash and what is bracketed behind it, -1 without one. */
export function datelineEnd(tokens: readonly Token[]): number {
  let at = firstOf(tokens, isDash);
  if (at < 0) return at;
  while (/^[-–—_]$/.test(tokens[at + 1]?.low ?? '')) at++;
  while (tokens[at + 1]?.low === '[') {
    const close = tokens.findIndex(({ low }, i) => i > at && i < at + DATELINE && low === ']');
    if (close < 0) break;
    at = close;
  }
  return at;
}

/** Four letters or more, all capitals. */
export const isShouted = (words: string): boolean =>
  words.length > 3 && words === words.toUpperCase();

type At = (tokens: readonly Token[], i: number) => boolean;

function firstOf(tokens: readonly Token[], is: At): number {
  for (let i = 0; i < Math.min(tokens.length, DATELINE); i++) if (is(tokens, i)) return i;
  return -1;
}

/** "CITY, 5 May (EFE) --", "CITY – ". */
const isLong: At = (tokens, i) => {
  const { low } = tokens[i]!;
  return low === '–' || low === '—' || (low === '-' && tokens[i + 1]?.low === '-');
};

/** These, and "CITY (AP) - ". */
const isDash: At = (tokens, i) => {
  if (isLong(tokens, i)) return true;
  const { low } = tokens[i]!;
  if (low !== '-' && low !== '_') return false;
  return tokens[i + 1]?.low === '-' || tokens[i - 1]?.low === ')' || isShouted(tokens[0]!.text);
};
