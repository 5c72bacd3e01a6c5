import { readData } from '../lexicon/data.js';
import { ordinals, units } from '../numbers/lexicon.js';
import { tokenize } from '../text/tokens.js';
import type { DayPart, Reference, Which } from './expression.js';
import type { Unit } from './units.js';
import { WordSet } from '../language/word-list.js';

export interface HolidayRule {
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly nth?: number;
  /** Days after what the weekday's rule gives. */
  readonly after?: number;
  /** Days after Easter Sunday. */
  readonly easter?: number;
  /** Month and day of the arithmetical Islamic calendar. */
  readonly islamic?: readonly [number, number];
}

type Table<T> = Readonly<Record<string, T>>;

interface TimeData {
  readonly weekdays: Table<number>;
  readonly months: Table<number>;
  readonly units: Table<Unit>;
  readonly plurals: Table<Unit>;
  readonly dayParts: Table<DayPart>;
  readonly clockWords: Table<number>;
  readonly seasons: Table<string>;
  readonly dayWords: Table<number>;
  readonly shifts: Table<number>;
  readonly references: Table<Reference>;
  readonly frequencies: Table<string>;
  readonly decades: Table<number>;
  readonly vague: readonly string[];
  readonly zones: readonly string[];
  readonly holidays: Table<HolidayRule>;
  readonly futureWords: readonly string[];
  readonly pastWords: readonly string[];
}

const data = readData<TimeData>('time.json');

/** All that one word can be. A class, so that all have one shape: readers ask every word of a text for most of it. */
export class Word {
  weekday: number | undefined = undefined;
  month: number | undefined = undefined;
  unit: Unit | undefined = undefined;
  plural: boolean | undefined = undefined;
  dayPart: DayPart | undefined = undefined;
  clock: number | undefined = undefined;
  season: string | undefined = undefined;
  dayWord: number | undefined = undefined;
  shift: number | undefined = undefined;
  reference: Reference | undefined = undefined;
  frequency: string | undefined = undefined;
  cardinal: number | undefined = undefined;
  ordinal: number | undefined = undefined;
  decade: number | undefined = undefined;
  vague: boolean | undefined = undefined;
  zone: boolean | undefined = undefined;
  holiday: boolean | undefined = undefined;
  /** The word can make a time by itself or with a number: without any such word there is none. */
  anchor: boolean | undefined = undefined;
}

/** The ordinals that days have in a month are put together of those up to it. */
const MONTH = 30;

const words = new Map<string, Word>();

function put<T>(table: Table<T>, set: (word: Word, value: T) => void, anchor = true): void {
  for (const [name, value] of Object.entries(table)) {
    const word = words.get(name) ?? new Word();
    set(word, value);
    if (anchor) word.anchor = true;
    words.set(name, word);
  }
}
/** Of number words those from one on: there is no day and no hour nought. */
function upTo(most: number, numbers: ReadonlyMap<string, number>): Table<number> {
  return Object.fromEntries([...numbers].filter(([, value]) => value > 0 && value <= most));
}
const flags = (list: readonly string[]): Table<true> =>
  Object.fromEntries(list.map((name) => [name, true]));

put(data.weekdays, (word, value) => (word.weekday = value));
put(data.months, (word, value) => (word.month = value));
put(data.units, (word, value) => (word.unit = value));
put(data.plurals, (word, value) => {
  word.unit = value;
  word.plural = true;
});
put(data.dayParts, (word, value) => (word.dayPart = value));
put(data.clockWords, (word, value) => (word.clock = value));
put(data.seasons, (word, value) => (word.season = value));
put(data.dayWords, (word, value) => (word.dayWord = value));
put(data.shifts, (word, value) => (word.shift = value), false);
put(data.references, (word, value) => (word.reference = value));
put(data.frequencies, (word, value) => (word.frequency = value));
put(upTo(99, units), (word, value) => (word.cardinal = value), false);
put(upTo(MONTH, ordinals), (word, value) => (word.ordinal = value), false);
put(data.decades, (word, value) => (word.decade = value));
put(flags(data.vague), (word) => (word.vague = true), false);
put(flags(data.zones), (word) => (word.zone = true), false);
put(
  flags(Object.keys(data.holidays).map((name) => tokenize(name)[0]!.low)),
  (word) => (word.holiday = true),
);
for (const name of [
  'overnight',
  'weekday',
  'thousand',
  'nineteen',
  'half',
  'past',
  'am',
  'pm',
  'a.m.',
  'p.m.',
  'hence',
  "o'clock",
  'eod',
  'eow',
  'eom',
  'eoy',
  'wtd',
  'mtd',
  'qtd',
  'ytd',
  'moment',
  'present',
  'date',
  'fy',
  'sy',
  'ampm',
  'everyday',
  'hundreds',
  'tens',
  'thousands',
]) {
  const word = words.get(name) ?? new Word();
  word.anchor = true;
  words.set(name, word);
}

export const wordOf = (low: string): Word | undefined => words.get(low);

export const HOLIDAYS = data.holidays;
export const FUTURE_WORDS = new WordSet(data.futureWords);
export const PAST_WORDS = new WordSet(data.pastWords);

export const whichOf = (shift: number): Which => (shift < 0 ? 'last' : shift > 0 ? 'next' : 'this');
