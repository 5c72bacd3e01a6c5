/** A day by the Gregorian calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;
/** Month names of Iran's calendar, and its spellings; folded as they are written without vowel marks. */
const PERSIAN_MONTHS = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
];

/** The month, 1 to 12, of Iran's calendar that a word names, or null. */
export function persianMonthOf(word: string): number | null {
  const at = PERSIAN_MONTHS.indexOf(word.replaceAll('ي', 'ی').replaceAll('ك', 'ک'));
  return at === -1 ? null : at + 1;
}

let persian: Intl.DateTimeFormat | undefined;

/** The Gregorian day of a day of Iran's calendar (years 1300 to 1499), or null where there is no such day. */
export function fromPersian({ year, month, day }: Day): Day | null {
  persian ??= new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  // The first six months have 31 days, the next five 30; the year begins on 20 or 21 March.
  const ordinal = (month - 1) * 31 - Math.max(0, month - 7) + day - 1;
  const guess = Date.UTC(year + 621, 2, 21) + ordinal * DAY_MS;
  for (const shift of [0, -1, 1]) {
    const date = new Date(guess + shift * DAY_MS);
    const parts = persian.formatToParts(date);
    const part = (type: string): number =>
      Number(parts.find((each) => each.type === type)?.value ?? 0);
    if (part('month') === month && part('day') === day) {
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    }
  }
  return null;
}

/** Thailand counts years from 543 BC. */
export const fromBuddhist = (year: number): number => year - 543;
