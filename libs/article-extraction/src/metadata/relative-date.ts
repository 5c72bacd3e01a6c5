import { asciiDigits } from './digits.js';

type Unit = 'minute' | 'hour' | 'day' | 'week';
/** "vor " … " Stunden", with the unit that it counts. */
interface Template {
  readonly before: string;
  readonly after: string;
  readonly unit: Unit;
}
interface Wording {
  readonly templates: readonly Template[];
  /** Words for whole days: "yesterday" is one ago. */
  readonly days: ReadonlyMap<string, number>;
}

const LENGTH_MS: Readonly<Record<Unit, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};
/** Numbers that together take every plural form of the languages of news. */
const COUNTS = [1, 2, 3, 5, 11, 21];
const STYLES = ['long', 'short', 'narrow'] as const;
/** A line longer than this tells of times and does not give the article's. */
const MAX_LENGTH = 60;
/** More weeks are counted by months, whose length no one knows. */
const MAX_COUNT = 120;
const MAX_KNOWN = 40;
const known = new Map<string, Wording>();

/**
 * The date that a short line gives by its distance from now ("3 hours ago", "vor 2 Stunden", "昨天"), in
 * the wording of the platform (Unicode CLDR) for the page's language or for English: an instant in UTC for
 * hours and minutes, a day for days and weeks. Null where it gives none.
 * @param now milliseconds since the epoch: when the page was fetched
 */
export function relativeDate(source: string, language: string, now: number): string | null {
  if (source.length > MAX_LENGTH) return null;
  const text = asciiDigits(source).toLowerCase();
  for (const wording of [wordingOf(language), wordingOf('en')]) {
    for (const match of text.matchAll(/\d{1,3}/g)) {
      const head = text.slice(0, match.index);
      const rest = text.slice(match.index + match[0].length);
      const unit = wording.templates.find(
        ({ before, after }) => head.endsWith(before) && rest.startsWith(after),
      )?.unit;
      if (unit !== undefined && Number(match[0]) <= MAX_COUNT)
        return ago(Number(match[0]), unit, now);
    }
    for (const [word, days] of wording.days)
      if (startsWith(text, word)) return ago(days, 'day', now);
  }
  return null;
}

function ago(count: number, unit: Unit, now: number): string {
  const date = new Date(now - count * LENGTH_MS[unit]).toISOString();
  return unit === 'day' || unit === 'week' ? date.slice(0, 10) : `${date.slice(0, 16)}:00Z`;
}

/** The word alone, or followed by the time of day. */
const startsWith = (text: string, word: string): boolean =>
  text.startsWith(word) &&
  /^[^\p{L}\d]*(?:$|(?:\p{L}{1,3} )?\d{1,2}\s?[:.h時])/u.test(text.slice(word.length));

function wordingOf(language: string): Wording {
  const code = /^[a-z]{2,3}(?![a-z])/i.exec(language)?.[0].toLowerCase() ?? 'en';
  let wording = known.get(code);
  if (wording === undefined) {
    wording = readWording(code);
    if (known.size < MAX_KNOWN) known.set(code, wording);
  }
  return wording;
}

function readWording(language: string): Wording {
  const templates = new Map<string, Template>();
  const locale = `${language}-u-nu-latn`;
  for (const style of STYLES) {
    const format = new Intl.RelativeTimeFormat(locale, { style });
    for (const unit of Object.keys(LENGTH_MS) as Unit[]) {
      for (const count of COUNTS) {
        const parts = format.formatToParts(-count, unit);
        const at = parts.findIndex(({ type }) => type === 'integer');
        const before = textOf(parts.slice(0, at));
        const after = textOf(parts.slice(at + 1));
        // Some plural forms are words alone: "two hours ago" in Arabic.
        if (at !== -1 && after + before !== '')
          templates.set(`${before}#${after}`, { before, after, unit });
      }
    }
  }
  const auto = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const days = [0, 1].map((count) => [auto.format(-count, 'day').toLowerCase(), count] as const);
  return { templates: [...templates.values()], days: new Map(days) };
}

const textOf = (parts: readonly { readonly value: string }[]): string =>
  parts
    .map(({ value }) => value)
    .join('')
    .toLowerCase()
    .replace(/\u00a0/g, ' ');
