import { type Atom, at, touches } from './atoms.js';
import { ordinalAt, spelledYearAt, yearAt } from './numbers.js';
import { isClauseEnd, type Reader } from './read-date.js';

/** After these a number of four digits is a year. */
const BEFORE_YEAR =
  /^(?:in|since|during|of|by|until|till|from|to|through|before|after|between|and|late|early|mid|until|for|around|circa|fiscal|year|than|last|back|like|-|–|~|,|\()$/;

/** "1985", "in 2004", "the 2008 attack", "the year two thousand", "2016H2", "q3 of 2018". */
export const readYear: Reader = (a, i) => {
  const { low } = at(a, i);
  const the = low === 'the' || low === 'a' ? 1 : 0;
  const fiscal = fiscalAt(a, i + the);
  if (at(a, i + the).low === 'year' || fiscal) {
    const skip = fiscal || 1;
    const number = at(a, i + the + skip).number;
    const year = yearAt(a, i + the + skip) ?? (number >= 100 && number < 1_000 ? number : null);
    if (year) return years(year, i + the + skip + 1);
    const spelled = spelledYearAt(a, i + the + skip);
    if (spelled) return years(spelled.n, spelled.to);
    const short = Number.isInteger(number) && number >= 0 && number < 100;
    if (fiscal === 1 && short) return years(2_000 + number, i + the + 2);
    return fiscal === 2
      ? { expression: { kind: 'period', unit: 'year', shift: 0 }, to: i + the + 2 }
      : null;
  }
  if (the) return null;
  const year = yearAt(a, i);
  if (year) return isYear(a, i) ? years(year, i + 1) : null;
  const spelled = spelledYearAt(a, i);
  return spelled &&
    spelled.n >= 1_000 &&
    at(a, i - 1).low !== 'at' &&
    isClauseEnd(a, spelled.to) &&
    spelled.to > i + 1
    ? years(spelled.n, spelled.to)
    : null;
};

/** How many words name a year that is not the calendar's: "fiscal year", "school year", "FY"; 0 for none. */
function fiscalAt(a: readonly Atom[], i: number): number {
  const { low } = at(a, i);
  if (/^(?:fiscal|school|academic|financial)$/.test(low))
    return at(a, i + 1).low === 'year' ? 2 : low === 'fiscal' ? 1 : 0;
  return low === 'fy' || low === 'sy' ? 1 : 0;
}

const years = (first: number, to: number, length: 1 | 10 | 100 = 1) => ({
  expression: { kind: 'years', first, length } as const,
  to,
});

const DETERMINERS = /^(?:a|an|the|his|her|their|its|that|this|our)$/;

function isYear(a: readonly Atom[], i: number): boolean {
  const { low, number } = at(a, i);
  const before = at(a, i - 1).low;
  // "133-03-03-2020" is a code.
  if (
    before === '-' &&
    touches(a, i) &&
    touches(a, i - 1) &&
    Number.isFinite(at(a, i - 2).number) &&
    at(a, i - 3).low === '-'
  )
    return false;
  if (/^[$€£#]$/.test(before) || (touches(a, i) && /^[/.:]$/.test(before))) return false;
  if (touches(a, i + 1) && !/^[.,;:!?)'’”"–—~-]$/.test(at(a, i + 1).low)) return false;
  if (at(a, i + 1).word?.unit && at(a, i + 1).word?.plural) return false;
  if (BEFORE_YEAR.test(before)) return number >= 1_500 || before === 'in';
  // "a 1996 law": nothing is counted where a single thing follows.
  const next = at(a, i + 1);
  if (
    DETERMINERS.test(before) &&
    number >= 1_800 &&
    number <= 2_050 &&
    /^\p{L}{3,}$/u.test(next.low) &&
    !next.low.endsWith('s')
  )
    return true;
  // Elsewhere only the years that people write about, where nothing is counted by them.
  return (
    low[0]! <= '2' &&
    number >= 1_900 &&
    number <= 2_050 &&
    (before === '' || before === 'the' || isClauseEnd(a, i + 1) || isSpanOfYears(a, i))
  );
}

/** "2014-2018", "2014~2018". */
const isSpanOfYears = (a: readonly Atom[], i: number): boolean =>
  /^[-–—~]$/.test(at(a, i + 1).low) && (yearAt(a, i + 2) ?? 0) > (yearAt(a, i) ?? 0);

/** What "eighties" and "80s" without an article are years behind. */
const BEFORE_DECADE = /^(?:in|early|late|mid|-)$/;

/** "nineteen twenties", "twenty-tens", "eighteen hundreds", "two thousands". */
function spelledDecadeAt(a: readonly Atom[], i: number): ReturnType<Reader> {
  const century = at(a, i).word?.cardinal ?? 0;
  const dash = at(a, i + 1).low === '-' ? 1 : 0;
  const { low, word } = at(a, i + 1 + dash);
  if (low === 'thousands' && century === 2) return years(2_000, i + 2 + dash, 10);
  if (century < 13 || century > 20) return null;
  if (low === 'hundreds') return years(century * 100, i + 2 + dash, 100);
  const decade = low === 'tens' ? 10 : word?.decade;
  return decade === undefined ? null : years(century * 100 + decade, i + 2 + dash, 10);
}

/** "a man in his late 50s": how old, not when. */
const isOfAge = (a: readonly Atom[], i: number): boolean =>
  [1, 2].some((back) => /^(?:his|her|their)$/.test(at(a, i - back).low));

/** "the 1990s", "the nineties", "the '80s", "70's", "the 21st century". */
export const readDecade: Reader = (a, i) => {
  if (isOfAge(a, i)) return null;
  const the = at(a, i).low === 'the' ? 1 : 0;
  const { low, word } = at(a, i + the);
  const spelled = spelledDecadeAt(a, i + the);
  if (spelled) return spelled;
  if (word?.decade !== undefined)
    return the || BEFORE_DECADE.test(at(a, i - 1).low) ? years(word.decade, i + the + 1, 10) : null;
  const ordinal = ordinalAt(a, i + the);
  if (ordinal) {
    const dash = at(a, ordinal.to).low === '-' ? 1 : 0;
    if (at(a, ordinal.to + dash).low !== 'century') return null;
    return years((ordinal.n - 1) * 100, ordinal.to + dash + 1, 100);
  }
  const quote = low === "'" || low === '’' || low === '‘' ? 1 : 0;
  const number = at(a, i + the + quote).number;
  const after = i + the + quote + 1;
  if (!(number % 10 === 0) || !/^(?:s|'s)$/.test(at(a, after).low)) return null;
  // "1990 s": of an apostrophe lost; "90 s" may be seconds.
  if (!touches(a, after) && (at(a, after).low !== 's' || number < 60)) return null;
  if (number >= 1_000 && number < 2_200) return years(number, after + 1, 10);
  return number >= 20 && number < 100 && (the || quote || BEFORE_DECADE.test(at(a, i - 1).low))
    ? years(number, after + 1, 10)
    : null;
};
