import { SEAM } from '../evidence/page-lines.js';
import { asciiDigits } from './digits.js';
import type { Day } from './calendars.js';
import { fromBuddhist, fromPersian, persianMonthOf } from './calendars.js';
import { monthOf } from './months.js';
import { timeAfter, timeBefore } from './time-of-day.js';

/** How a page writes dates. */
export interface DateStyle {
  /** Language of the page, such as `pt-BR`; English where unknown. */
  readonly language?: string;
  /** Which comes first where a numeric date could be read both ways, as `03/04/2020`. */
  readonly order?: NumericOrder;
}

export type NumericOrder = 'month-first' | 'day-first';

/** A date within a text. */
export interface FoundDate {
  /** ISO 8601: the day, with the time where one stands beside it, with the zone where one is written. */
  readonly date: string;
  /** The same with day and month exchanged, where it could be read so as well. */
  readonly otherwise: string | null;
  /** Where the date begins in the text. */
  readonly index: number;
  /** What stands behind it, a time too. */
  readonly after: string;
}

/** Longest text that is looked at: a date stands at the beginning of what is named a date. */
const MAX_LENGTH = 200;
const MAX_FOUND = 6;

const WORD = String.raw`[\p{L}\p{M}](?:[\p{L}\p{M}]|\.(?=\p{L})){1,15}`;
const YEAR = String.raw`(?:19|20|2[45]|1[34])\d\d`;
const GAP = String.raw`[\s\u2010-\u2015./-]{0,3}`;

interface Pattern {
  readonly source: RegExp;
  read(match: RegExpExecArray, style: DateStyle): Reading | null;
}

interface Reading extends Day {
  readonly isAmbiguous?: boolean;
}

const PATTERNS: readonly Pattern[] = [
  // 2019-11-22, 2019/11/22, 2019. 11. 22.
  {
    source: /(?<![\d.])(\d{4})(?:([-/.])|\. )(\d{1,2})(?:\2|\. )(\d{1,2})(?!\d)/g,
    read: ([, year, , month, day]) => dayOf(year, Number(month), day),
  },
  // 2019年11月22日, 2019년 11월 22일
  {
    source: /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})/g,
    read: ([, year, month, day]) => dayOf(year, Number(month), day),
  },
  // 22 November 2019, 22. Nov. 2019, 22 de noviembre de 2019, 22nd of November, 2019
  {
    source: new RegExp(
      String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|-го)?[.,]?${GAP}(?:de |of |d['’])?(${WORD})\.?,?${GAP}(?:de |del |of )?(${YEAR})(?!\d)`,
      'giu',
    ),
    read: ([, day, word, year], { language }) => named(year, word, day, language),
  },
  // November 22nd, 2019
  {
    source: new RegExp(
      String.raw`(?<![\p{L}\p{M}])(${WORD})\.?${GAP}(\d{1,2})(?:st|nd|rd|th)?(?:[.,]\s?|\s)\s?(${YEAR})(?!\d)`,
      'giu',
    ),
    read: ([, word, day, year], { language }) => named(year, word, day, language),
  },
  // Fri Nov 22 10:15:00 CET 2019
  {
    source: new RegExp(
      String.raw`(?<![\p{L}\p{M}])(${WORD}) (\d{1,2}) [\d:]{5,8} (?:[\w+:-]{1,9} )?(${YEAR})(?!\d)`,
      'giu',
    ),
    read: ([, word, day, year], { language }) => named(year, word, day, language),
  },
  // 2019. november 22., 2019 m. lapkričio 22 d.
  {
    source: new RegExp(
      String.raw`(?<!\d)(${YEAR})(?:\.| m\.|\. gada|ko)?[\s,]{1,2}(?:(\d{1,2})\. )?(${WORD})\s?(\d{1,2})?(?!\d)`,
      'giu',
    ),
    read: ([, year, before, word, after], { language }) =>
      named(year, word, before ?? after, language),
  },
  // ngày 22 tháng 11 năm 2019
  {
    source: /(?<!\d)(\d{1,2}) tháng (\d{1,2})(?:,| năm)? (\d{4})(?!\d)/giu,
    read: ([, day, month, year]) => dayOf(year, Number(month), day),
  },
  // 22.11.2019, 11/22/2019, 22-11-19, 22 | 11 | 2019; also with the time right behind it: 22.11.1910:15
  {
    source:
      /(?<![\d./:-])(\d{1,2})(\s?[./-]|\s\|)\s?(\d{1,2})\2\s?(\d{4}(?!:)|\d\d(?=\d\d:\d\d)|\d\d(?!\d))(?![/-])(?!\.\d)/g,
    read: numeric,
  },
];

/** The dates of a text in their order. Those that are not in the calendar are none. */
export function findDates(source: string, style: DateStyle = {}): FoundDate[] {
  const text = normalised(source.slice(0, MAX_LENGTH));
  if (!MAY_HOLD_DATE.test(text)) return [];
  const found: (Reading & Place)[] = [];
  for (const { source: pattern, read } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const reading = read(match, style);
      const { index } = match;
      const overlaps = found.some(
        (each) => index < each.end && each.index < index + match[0].length,
      );
      if (reading === null || overlaps || found.length >= MAX_FOUND) continue;
      found.push({ ...reading, index, end: index + match[0].length });
    }
  }
  return found
    .sort((a, b) => a.index - b.index)
    .map(({ year, month, day, isAmbiguous, index, end }, at) => {
      const after = text.slice(end);
      // A time before a later date belongs to the date before it.
      const time =
        timeAfter(after) ||
        timeWithin(text.slice(index, end)) ||
        (at === 0 ? timeBefore(text.slice(0, index)) : '');
      const otherwise = isAmbiguous === true ? iso(year, day, month) + time : null;
      return { date: iso(year, month, day) + time, otherwise, index, after };
    });
}

/** Where in the text a date begins, and where it has ended. */
interface Place {
  readonly index: number;
  readonly end: number;
}

/** ASCII digits; of two Arabic names of a month ("نيسان / أبريل") the second; of a seam between elements a blank. */
function normalised(source: string): string {
  const text = asciiDigits(source).replaceAll(SEAM, ' ');
  if (!/[\u0600-\u06ff]/.test(text)) return text;
  return text
    .replace(/(تشرين|كانون) ال/g, '$1ال')
    .replace(/\p{Script=Arabic}{3,16} ?\/ ?(?=\p{Script=Arabic}{3})/gu, '');
}

const MAY_HOLD_DATE = /(?:19|20|2[45]|1[34])\d\d|\d\s?[./|-]\s?\d{1,2}\s?[./|-]\s?\d\d/;
const timeWithin = (match: string): string =>
  match.includes(':') ? timeAfter(` ${/\d{1,2}:.*/.exec(match)?.[0] ?? ''}`) : '';

/** The Gregorian day, from whatever calendar its year is counted by; null where it does not exist. */
function dayOf(year = '', month: number, day = ''): Reading | null {
  const parts = { year: Number(year), month, day: Number(day) };
  if (parts.year >= 1300 && parts.year < 1500) return existing(fromPersian(parts));
  return existing(parts.year >= 2450 ? { ...parts, year: fromBuddhist(parts.year) } : parts);
}

function named(year = '', word = '', day = '', language?: string): Reading | null {
  if (day === '') return null;
  const persian = /^1[34]/.test(year) ? persianMonthOf(word) : null;
  // Hebrew writes "in" and the month as one word.
  const month = persian ?? monthOf(word, language) ?? monthOf(word.replace(/^ב/, ''), language);
  return month === null ? null : dayOf(year, month, day);
}

function numeric(match: RegExpExecArray, { order = 'month-first' }: DateStyle): Reading | null {
  const [, first = '', separator = '', second = '', written = ''] = match;
  const year = written.length === 2 ? `20${written}` : written;
  // Dots are only ever written day first; above twelve there is no doubt.
  const isSure = separator.includes('.') || Number(first) > 12 || Number(second) > 12;
  const dayFirst = isSure ? Number(second) <= 12 : order === 'day-first';
  const reading = dayFirst
    ? dayOf(year, Number(second), first)
    : dayOf(year, Number(first), second);
  return reading && !isSure && first !== second ? { ...reading, isAmbiguous: true } : reading;
}

function existing(day: Day | null): Day | null {
  if (day === null || day.year < 1900 || day.year > 2099) return null;
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day));
  return date.getUTCMonth() === day.month - 1 && date.getUTCDate() === day.day ? day : null;
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const iso = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
