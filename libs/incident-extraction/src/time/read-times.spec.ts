import { describe, expect, it } from '@jest/globals';
import { readTimes } from './read-times.js';

describe('the times of a text', () => {
  it('stand in it at their offsets', () => {
    const text = 'He was shot on Jan. 3.  Two days later he woke; between 3 and 4 p.m., he died.';
    const times = readTimes(text, '2022-01-06');
    expect(times).toHaveLength(3);
    for (const { words, start, end } of times) expect(text.slice(start, end)).toBe(words);
  });

  it('have half-open intervals, durations their seconds, ranges their ends', () => {
    const [day, stay] = readTimes('On Monday he left for three days.', '2022-01-06');
    expect(day).toMatchObject({
      type: 'DATE',
      grain: 'day',
      dated: true,
      interval: { start: '2022-01-03T00:00:00', end: '2022-01-04T00:00:00' },
    });
    expect(stay).toMatchObject({ type: 'DURATION', dated: false, seconds: 259_200 });
    const [range] = readTimes('from Monday to Wednesday', '2022-01-06');
    expect(range!.ends.map(({ value }) => value)).toEqual(['2022-01-03', '2022-01-05']);
  });

  it('keep the very day of "two months ago"', () => {
    expect(readTimes('two months ago', '2022-01-06')[0]).toMatchObject({
      value: '2021-11',
      exact: '2021-11-06T00:00:00',
    });
  });

  it('are none without a reference', () => {
    expect(readTimes('yesterday', '')).toEqual([]);
  });

  it.each([
    'May 5 ',
    '1/',
    'from 3 to ',
    '2016-',
    'half past ',
    'next week on ',
    'two years and ',
    '10:30 ',
    'the night of the night of ',
    'between 5 and ',
  ])('take linear time on hostile text: %j again and again', (piece) => {
    const started = performance.now();
    readTimes(piece.repeat(4_000), '2022-01-06');
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
