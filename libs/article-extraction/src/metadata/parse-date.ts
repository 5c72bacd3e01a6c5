import { monthOf } from './months.js';

/** Offsets of the zone names that newsrooms write. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  utc: 'Z',
  gmt: 'Z',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  msk: '+03:00',
  ist: '+05:30',
  jst: '+09:00',
};
/** Longest text that is looked at: a date stands at the beginning of what is named a date. */
const MAX_LENGTH = 160;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly rest: string;
}

/** Month first ("11/22/2019") or day first ("22/11/2019") where a numeric date could be both. */
export type NumericOrder = 'month-first' | 'day-first';

/**
 * ISO 8601 of the first date in a text: with time where given and with the zone as written, else the
 * day alone. Null where there is none, or none that exists.
 */
export function parseDate(source: string, order: NumericOrder = 'month-first'): string | null {
  const text = source.slice(0, MAX_LENGTH).trim();
  const epoch = /^(1[0-9]{9})(?:\.\d+)?$|^(1[0-9]{12})$/.exec(text);
  if (epoch) return new Date(Number(epoch[2] ?? Number(epoch[1]) * 1000)).toISOString();
  const parts = yearFirst(text) ?? named(text) ?? numeric(text, order);
  if (parts === null || !exists(parts)) return null;
  const day = [pad(parts.year, 4), pad(parts.month), pad(parts.day)].join('-');
  return day + timeOf(parts.rest);
}

function yearFirst(text: string): Parts | null {
  const match =
    /(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text) ??
    /(?<!\d)((?:19|20)\d\d)()(\d\d)(\d\d)(?!\d)/.exec(text.replace(/T\d{4,6}Z?$/, ' ')) ??
    /((?:19|20)\d\d)\s*([年년])\s*(\d{1,2})\s*[月월]\s*(\d{1,2})/.exec(text);
  return match && parts(match[1], match[3], match[4], after(text, match));
}

/** "22 November 2019", "22. Nov. 2019", "22 de noviembre de 2019", "November 22nd, 2019". */
function named(text: string): Parts | null {
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º)?[.,]?[\s\u2010-\u2014-]*(?:de |of )?([\p{L}\p{M}]{3,12})\.?,?[\s\u2010-\u2014-]*(?:de |del )?((?:19|20)\d\d)(?!\d)/giu;
  for (const match of text.matchAll(dayFirst)) {
    const month = monthOf(match[2] ?? '');
    if (month !== null) return parts(match[3], month, match[1], after(text, match));
  }
  const monthFirst =
    /([\p{L}\p{M}]{3,12})\.?[\s\u2010-\u2014-]*(\d{1,2})(?:st|nd|rd|th)?\.?,?[\s\u2010-\u2014-]+((?:19|20)\d\d)(?!\d)/giu;
  for (const match of text.matchAll(monthFirst)) {
    const month = monthOf(match[1] ?? '');
    if (month !== null) return parts(match[3], month, match[2], after(text, match));
  }
  return null;
}

function numeric(text: string, order: NumericOrder): Parts | null {
  const match =
    /(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/.exec(text) ??
    /(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d\d)(?![\d./-])/.exec(text);
  if (match === null) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const year = match[4]?.length === 2 ? `20${match[4]}` : match[4];
  // Dots are only ever written day first; above twelve there is no doubt.
  const dayFirst = second <= 12 && (match[2] === '.' || first > 12 || order === 'day-first');
  return dayFirst
    ? parts(year, second, first, after(text, match))
    : parts(year, first, second, after(text, match));
}

/** The time and zone right behind a date, as ISO 8601 from `T`, or nothing. */
function timeOf(rest: string): string {
  const match =
    /^(?:T|[\s,;|@•·–—-]{0,5}(?:(?:at|um|à|a las|alle|às|kl\.?|о|в)\s+)?)(\d{1,2})[:.h](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\b\.?)?\s*(z\b|[a-z]{3,4}\b|[+-]\d\d:?\d\d|[+-]\d\d\b)?/i.exec(
      rest,
    );
  if (match === null) return '';
  const half = match[4]?.toLowerCase();
  const written = Number(match[1]);
  const hour =
    half === 'p' && written < 12 ? written + 12 : half === 'a' && written === 12 ? 0 : written;
  if (hour > 23 || Number(match[2]) > 59) return '';
  return `T${pad(hour)}:${match[2] ?? '00'}:${match[3] ?? '00'}${zoneOf(match[5])}`;
}

function zoneOf(zone = ''): string {
  const offset = /^([+-]\d\d):?(\d\d)?$/.exec(zone);
  return offset ? `${offset[1] ?? ''}:${offset[2] ?? '00'}` : (ZONES[zone.toLowerCase()] ?? '');
}

const after = (text: string, match: RegExpExecArray | RegExpMatchArray): string =>
  text.slice((match.index ?? 0) + match[0].length);
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const parts = (
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined | number,
  rest: string,
): Parts => ({ year: Number(year), month: Number(month), day: Number(day), rest });

function exists({ year, month, day }: Parts): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
