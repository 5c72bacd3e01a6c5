import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type ReadTime, readTimes } from './read-times.js';

interface Case {
  readonly text: string;
  readonly reference: string;
  /** A day, or the first day and the one behind the last; of several readings one is asked for. */
  readonly days: readonly string[];
}

const day = (iso: string | null): string => (iso ?? '').slice(0, 10);

/** The set gives a range as the beginnings of its two ends. */
function daysOf({ exact, grain, type, interval, ends }: ReadTime): string {
  const [first, last] = ends;
  if (first && last) return `${day(first.interval.start)}/${day(last.interval.start)}`;
  if (exact) return day(exact);
  if (grain === 'day' && type !== 'DURATION') return day(interval.start);
  return `${day(interval.start)}/${day(interval.end)}`;
}

describe('the published cases of Recognizers-Text', () => {
  const cases = readFileSync(new URL('../../fixtures/datespec.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);

  it.each(cases)('$text', ({ text, reference, days }) => {
    const times = readTimes(text, reference, { direction: 'future', plain: true });
    expect(times).toHaveLength(1);
    expect(days).toContain(daysOf(times[0]!));
  });
});
