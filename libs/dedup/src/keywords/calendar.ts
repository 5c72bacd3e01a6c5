import { terms } from './terms.js';

/** English names of months and weekdays, whole and short, as terms: capitalised, but nobody's name. */
export const CALENDAR: ReadonlySet<string> = new Set(
  ['en-US', 'en-GB']
    .flatMap((locale) =>
      (['long', 'short'] as const).flatMap((length) => [
        ...Array.from({ length: 12 }, (_, month) =>
          named(locale, { month: length }, Date.UTC(2024, month, 1)),
        ),
        // 1 January 2024 was a Monday.
        ...Array.from({ length: 7 }, (_, day) =>
          named(locale, { weekday: length }, Date.UTC(2024, 0, 1 + day)),
        ),
      ]),
    )
    .flatMap((name) => terms(name)),
);

function named(locale: string, part: Intl.DateTimeFormatOptions, at: number): string {
  return new Intl.DateTimeFormat(locale, { ...part, timeZone: 'UTC' }).format(at);
}
