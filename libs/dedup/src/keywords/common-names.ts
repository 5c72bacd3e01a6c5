import { terms } from './terms.js';

const LETTERS = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));

/**
 * English names of countries, months and weekdays, whole and short, as terms: written like names, but no story is
 * told from another by them. From the platform's own tables.
 */
export const COMMON_NAMES: ReadonlySet<string> = new Set(
  [...countries(), ...months(), ...weekdays()].flatMap((name) => terms(name)),
);

function countries(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return LETTERS.flatMap((a) => LETTERS.flatMap((b) => names.of(a + b) ?? []));
}

function months(): string[] {
  return Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1)).flatMap((at) =>
    written(at, (length) => ({ month: length })),
  );
}

function weekdays(): string[] {
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day)).flatMap((at) =>
    written(at, (length) => ({ weekday: length })),
  );
}

function written(
  at: number,
  part: (length: 'long' | 'short') => Intl.DateTimeFormatOptions,
): string[] {
  return ['en-US', 'en-GB'].flatMap((locale) =>
    (['long', 'short'] as const).map((length) =>
      new Intl.DateTimeFormat(locale, { ...part(length), timeZone: 'UTC' }).format(at),
    ),
  );
}
