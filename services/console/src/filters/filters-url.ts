import { isKindKey } from '../model/incident-kind.js';
import { EVIDENCE, NO_FILTERS, SORTS, type Filters, type Sort } from './filters.js';

const MAX_TEXT = 200;
const MAX_KILLED = 100_000_000;

const day = (text: string): string | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
const killed = (text: string): number | null =>
  /^\d{1,9}$/.test(text) && Number(text) > 0 && Number(text) <= MAX_KILLED ? Number(text) : null;

/** One reader for each name in the address: what it can't read counts as not given. */
const READERS = {
  kind: (text: string) => (isKindKey(text) ? text : null),
  country: (text: string) => (/^[A-Z]{3}$/.test(text) ? text : null),
  from: day,
  to: day,
  killedMin: killed,
  evidence: (text: string) => EVIDENCE.find((each) => each === text) ?? null,
  text: (text: string) => text.trim().slice(0, MAX_TEXT) || null,
} as const satisfies { [K in Exclude<keyof Filters, 'sort'>]: (text: string) => Filters[K] };

/** The filters of an address, such as `?kind=riots&from=2022-01-01`. */
export function filtersOf(search: string): Filters {
  const params = new URLSearchParams(search);
  const read = Object.entries(READERS).map(([name, reader]) => [
    name,
    reader(params.get(name) ?? ''),
  ]);
  const sort = params.get('sort') ?? '';
  return {
    ...(Object.fromEntries(read) as Omit<Filters, 'sort'>),
    sort: Object.hasOwn(SORTS, sort) ? (sort as Sort) : NO_FILTERS.sort,
  };
}

/** The address of filters, empty for none; `filtersOf` reads back the same. */
export function searchOf(filters: Filters): string {
  const params = new URLSearchParams();
  for (const name of Object.keys(READERS) as (keyof typeof READERS)[]) {
    const value = filters[name];
    if (value !== null) params.set(name, String(value));
  }
  if (filters.sort !== NO_FILTERS.sort) params.set('sort', filters.sort);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
