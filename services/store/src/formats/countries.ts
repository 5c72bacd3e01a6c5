import { createRequire } from 'node:module';
import countries from 'i18n-iso-countries';

const names = createRequire(import.meta.url)('i18n-iso-countries/langs/en.json');
countries.registerLocale(names);

/** A user-assigned code that all of the field's data sets know. */
const KOSOVO = 'XKX';

/** The country's English name; empty for an unknown code. */
export const countryName = (iso3: string | null): string =>
  iso3 === null ? '' : iso3 === KOSOVO ? 'Kosovo' : (countries.getName(iso3, 'en') ?? '');

/** ISO 3166 numeric; null where there is none. */
export function countryNumber(iso3: string | null): number | null {
  const number = iso3 === null ? undefined : countries.alpha3ToNumeric(iso3);
  return number === undefined ? null : Number(number);
}
