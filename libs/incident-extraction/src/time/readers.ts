import { type Atom, beginsWithDigit } from './atoms.js';
import type { Word } from './lexicon.js';
import { readClock } from './read-clock.js';
import { readCycle, readWeek } from './read-cycle.js';
import { readDate, type Reader } from './read-date.js';
import { readDuration, readRecent, readSpan } from './read-duration.js';
import { readHoliday } from './read-holiday.js';
import { readNth } from './read-nth.js';
import { readPeriod, readWeekday } from './read-period.js';
import { readSet } from './read-set.js';
import { readShortDate } from './read-short-date.js';
import { readDayPart, readStretch, readWord } from './read-words.js';
import { readDecade, readYear } from './read-year.js';
import { WordSet } from '../language/word-list.js';

/** What an expression of a reader begins with: one of some words, a word that is something, or digits. */
interface Opening {
  readonly reader: Reader;
  readonly words: ReadonlySet<string>;
  readonly kinds: readonly (keyof Word)[];
  readonly digits: boolean;
}

const DIGITS = 'digits';

const opening = (
  reader: Reader,
  kinds: readonly (keyof Word | typeof DIGITS)[],
  words: string,
): Opening => ({
  reader,
  words: new Set(words.split(' ')),
  kinds: kinds.filter((kind) => kind !== DIGITS),
  digits: kinds.includes(DIGITS),
});

/** What is counted begins so, too: "a", "half an", "several", "24". */
const COUNTED = ['cardinal', 'vague', DIGITS] as const;
const COUNTS = 'a an the half';
const NUMBERED = ['cardinal', 'ordinal', DIGITS] as const;
const SHIFTS = 'this that same';
const STRETCHES = 'early earlier late later mid middle beginning start end rest remainder close';

/** All readers in the order in which equals of one length are taken, with what each begins with. */
const OPENINGS: readonly Opening[] = [
  opening(readDate, [...NUMBERED, 'weekday', 'month'], 'the'),
  opening(readShortDate, NUMBERED, 'the'),
  opening(readWeekday, ['shift', 'weekday'], SHIFTS),
  opening(readNth, [...NUMBERED, 'month'], 'the month last final'),
  opening(readPeriod, ['shift'], `the my our ${SHIFTS}`),
  opening(readWeek, [], 'the week wk'),
  opening(
    readCycle,
    [...NUMBERED, 'season', 'shift'],
    `q h of in , the my our fiscal ' ’ ‘ ${SHIFTS}`,
  ),
  opening(readDecade, [...NUMBERED, 'decade'], "the ' ’ ‘"),
  opening(readYear, NUMBERED, 'the a year fiscal school academic financial fy sy'),
  opening(readHoliday, ['shift', 'holiday'], ''),
  opening(
    readSet,
    [...COUNTED, 'frequency', 'ordinal', 'weekday'],
    `last weekends semi bi every each once twice ${COUNTS}`,
  ),
  opening(readSpan, [...COUNTED, 'shift'], `${COUNTS} ${SHIFTS}`),
  opening(
    readDuration,
    [...COUNTED, 'unit'],
    `in within more less at up almost nearly over under fewer another all whole entire ${COUNTS}`,
  ),
  opening(readRecent, [], 'the year latest recent these coming'),
  opening(readClock, [...COUNTED, 'clock'], `quarter ${COUNTS}`),
  opening(
    readDayPart,
    ['dayPart', 'shift'],
    `the wee small morning overnight in at during by ${SHIFTS} ${STRETCHES}`,
  ),
  opening(readWord, ['dayWord', 'reference'], 'the day tonight at right end eod eow eom eoy'),
  opening(readStretch, ['unit'], `the wtd mtd qtd ytd ${STRETCHES}`),
];

export const READERS: readonly Reader[] = OPENINGS.map(({ reader }) => reader);

const OPENERS = new WordSet(OPENINGS.flatMap(({ words }) => [...words]));
const NONE: readonly Reader[] = [];
const OF_DIGITS = OPENINGS.filter(({ digits }) => digits).map(({ reader }) => reader);

/** By words of the lexicon and of the grammar, of which there are some hundred. */
const known = new Map<string, readonly Reader[]>();

/**
 * The readers whose expressions may begin with an atom, in their order: of the words that times begin with each
 * has a few. All that counts is the word itself; a reader looks closer.
 */
export function readersAt({ low, word }: Atom): readonly Reader[] {
  if (!word && !OPENERS.has(low)) return beginsWithDigit(low) ? OF_DIGITS : NONE;
  let readers = known.get(low);
  if (!readers) known.set(low, (readers = openedBy(low, word)));
  return readers;
}

const openedBy = (low: string, word: Word | undefined): readonly Reader[] =>
  OPENINGS.filter(
    ({ words, kinds, digits }) =>
      words.has(low) ||
      kinds.some((kind) => word?.[kind] !== undefined) ||
      (digits && beginsWithDigit(low)),
  ).map(({ reader }) => reader);
