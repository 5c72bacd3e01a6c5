import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };

const ALPHA2: ReadonlyMap<string, string> = new Map(
  codes.map(([alpha2, alpha3]) => [alpha3 as string, alpha2 as string]),
);
const ALPHA3_BY_NUMBER: ReadonlyMap<string, string> = new Map(
  codes.map(([, alpha3, number]) => [number as string, alpha3 as string]),
);
/** Kosovo's code is user-assigned: ISO 3166 leaves it out, GeoNames and ACLED do not. */
const EXTRA: Readonly<Record<string, string>> = { XKX: 'Kosovo' };

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The English name of an ISO 3166 alpha-3 code; the code itself when there is none. */
export function countryName(alpha3: string): string {
  const alpha2 = ALPHA2.get(alpha3);
  return EXTRA[alpha3] ?? (alpha2 === undefined ? undefined : names.of(alpha2)) ?? alpha3;
}

/** The alpha-3 code of a numeric one, as Natural Earth's files carry it. */
export const alpha3Of = (number: string): string | undefined => ALPHA3_BY_NUMBER.get(number);

/** Every country with its name, in the order of the names. */
export function allCountries(): { readonly code: string; readonly name: string }[] {
  return [...ALPHA2.keys(), ...Object.keys(EXTRA)]
    .map((code) => ({ code, name: countryName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
