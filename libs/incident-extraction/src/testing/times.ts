import { type ReadTimesOptions, readTimes } from '../time/read-times.js';

/** Thursday 6 January 2022, the day on which specs are written. */
export const THURSDAY = '2022-01-06';

/** Each time of a text as `words = TIMEX3 value`, in order. */
export function valuesOf(
  text: string,
  options: ReadTimesOptions & { readonly reference?: string } = {},
): string[] {
  const { reference = THURSDAY, ...rest } = options;
  return readTimes(text, reference, rest).map(({ words, value }) => `${words} = ${value}`);
}

/** Each time of a text as its half-open interval, days where it is of whole days. */
export function intervalsOf(
  text: string,
  options: ReadTimesOptions & { readonly reference?: string } = {},
): string[] {
  const { reference = THURSDAY, ...rest } = options;
  const short = (iso: string | null): string => (iso ?? '').replace(/T00:00:00$/, '');
  return readTimes(text, reference, rest).map(
    ({ interval }) => `${short(interval.start)}/${short(interval.end)}`,
  );
}
