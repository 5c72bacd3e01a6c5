import type { NumericOrder } from './find-dates.js';

/** Endings that are no country's, or are used as if they were none. */
const COUNTRY = /\.([a-z]{2})(?:[/:]|$)/;
const NOT_COUNTRIES: ReadonlySet<string> = new Set([
  'eu',
  'io',
  'co',
  'tv',
  'me',
  'ai',
  'fm',
  'ly',
]);
/** `/en-gb/` says what the page doesn't. */
const LOCALE_IN_PATH = /\/([a-z]{2}[-_][a-z]{2})\//i;
const known = new Map<string, NumericOrder>();
/** Languages × countries of real pages; a hostile site could name more. */
const MAX_KNOWN = 500;

/**
 * Which of day and month comes first where a page's language and the country of its address are: by the
 * platform (Unicode CLDR), so that English is read the American way except where the address says otherwise.
 */
export function numericOrder(language: string, url: string): NumericOrder {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const country = COUNTRY.exec(host)?.[1] ?? '';
  const declared = language || (LOCALE_IN_PATH.exec(url)?.[1] ?? '');
  const [code = '', region = ''] = declared.split(/[-_]/);
  const place = NOT_COUNTRIES.has(country) || country === '' ? region : country;
  const tongue = /^[a-z]{2,3}$/i.test(code) ? code : country === '' ? 'en' : 'und';
  const locale = /^[a-z]{2}$/i.test(place) ? `${tongue}-${place.toUpperCase()}` : tongue;
  let order = known.get(locale);
  if (order === undefined) {
    order = orderOf(locale.toLowerCase() === 'en-uk' ? 'en-GB' : locale);
    if (known.size < MAX_KNOWN) known.set(locale, order);
  }
  return order;
}

function orderOf(locale: string): NumericOrder {
  // Of a country alone, its first language.
  const { language, region } = new Intl.Locale(locale).maximize();
  const likely = region === undefined ? language : `${language}-${region}`;
  const parts = new Intl.DateTimeFormat(likely, { timeZone: 'UTC' }).formatToParts(0);
  const first = parts.find(({ type }) => type === 'day' || type === 'month' || type === 'year');
  // Where the year comes first in the platform's form, the day does in the one with the year last.
  return first?.type === 'month' ? 'month-first' : 'day-first';
}
