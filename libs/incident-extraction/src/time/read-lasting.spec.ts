import { describe, expect, it } from '@jest/globals';
import { readTimes } from './read-times.js';

const plain = (text: string): string[] =>
  readTimes(text, '2022-01-06T10:00:00', { direction: 'future', plain: true }).map(
    ({ words, wide, interval }) =>
      `${text.slice(wide.start, wide.end) || words}: ${interval.start}/${interval.end}`,
  );

describe('a beginning and how long from it', () => {
  it.each([
    ['from tomorrow 2pm for 2 hours', '2022-01-07T14:00:00/2022-01-07T16:00:00'],
    ['for 3 days, from today', '2022-01-06T00:00:00/2022-01-09T00:00:00'],
    ['for 1 week from 20 May 2023', '2023-05-20T00:00:00/2023-05-27T00:00:00'],
    ['14 May 2023 for 7 hours from 9:30am', '2023-05-14T09:30:00/2023-05-14T16:30:00'],
  ])('%j: %s', (text, expected) => {
    expect(plain(text)).toEqual([`${text}: ${expected}`]);
  });

  it('leaves the day open where none is told', () => {
    const [time] = readTimes('from 9 for 2.5 hours', '2022-01-06');
    expect(time).toMatchObject({
      dated: false,
      interval: { start: '1970-01-01T09:00:00', end: '1970-01-01T11:30:00' },
    });
  });

  it('is none of days from an hour', () => {
    expect(plain('for 3 days from 2pm')).toHaveLength(2);
  });
});
