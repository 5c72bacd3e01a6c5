import { type Atom, at } from './atoms.js';
import { HOLIDAYS, whichOf } from './lexicon.js';
import { yearAt } from './numbers.js';
import type { Reader } from './read-date.js';
import { tokenize } from '../text/tokens.js';

/** Holidays by their first word, as the tokens that make their names; longest first. */
const byFirst = new Map<string, { name: string; words: string[] }[]>();
for (const name of Object.keys(HOLIDAYS)) {
  const words = tokenize(name).map((token) => token.low);
  const list = byFirst.get(words[0]!) ?? [];
  byFirst.set(
    words[0]!,
    [...list, { name, words }].sort((x, y) => y.words.length - x.words.length),
  );
}

const NAMES = /^(?:st|saint|martin)\b(?!.*\bday$)/;

/** "Thanksgiving Day", "next Easter", "Labor Day 2021 weekend", "Christmas". */
export const readHoliday: Reader = (a, i) => {
  const shift = at(a, i).word?.shift;
  const from = shift === undefined ? i : i + 1;
  const found = holidayAt(a, from);
  if (!found) return null;
  const year = yearAt(a, at(a, found.to).low === ',' ? found.to + 1 : found.to);
  const to = year ? found.to + (at(a, found.to).low === ',' ? 2 : 1) : found.to;
  // "St. Patrick" and "Martin Luther King" are men, churches and streets; with a year they are days.
  if (!year && NAMES.test(found.name)) return null;
  const weekend = at(a, to).low === 'weekend';
  return {
    expression: {
      kind: 'holiday',
      name: found.name,
      which: shift === undefined ? null : whichOf(shift),
      ...(year && { year }),
      weekend,
    },
    to: weekend ? to + 1 : to,
  };
};

function holidayAt(a: readonly Atom[], i: number): { name: string; to: number } | null {
  const { word, low } = at(a, i);
  if (!word?.holiday) return null;
  const match = byFirst
    .get(low)
    ?.find(({ words }) => words.every((each, n) => at(a, i + n).low === each));
  // "new year" means the day only where it is no adjective's noun: "a new year".
  if (!match || (match.name === 'new year' && /^(?:a|the|this)$/.test(at(a, i - 1).low)))
    return null;
  return { name: match.name, to: i + match.words.length };
}
