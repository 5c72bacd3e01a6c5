import { describe, expect, it } from '@jest/globals';
import { readTimes } from './read-times.js';

const bounds = (text: string) =>
  readTimes(text, '2022-01-06').map(({ bound, wide, words }) => [
    bound,
    text.slice(wide.start, wide.end),
    words,
  ]);

describe('bounds', () => {
  it.each([
    ['since May', 'since', 'since May', 'May'],
    ['until Friday', 'until', 'until Friday', 'Friday'],
    ['no later than Friday', 'until', 'no later than Friday', 'Friday'],
    ['prior to 2016', 'before', 'prior to 2016', '2016'],
    ['starting on May 5', 'since', 'starting on May 5', 'May 5'],
    ['year greater than 2012', 'after', 'year greater than 2012', '2012'],
    ['by Friday', 'by', 'by Friday', 'Friday'],
    ['any time from 7:00 am', 'since', 'any time from 7:00 am', '7:00 am'],
    ['today before 4pm', 'before', 'today before 4pm', 'today before 4pm'],
    [
      'Tuesday by 2 in the afternoon',
      'by',
      'Tuesday by 2 in the afternoon',
      'Tuesday by 2 in the afternoon',
    ],
    ['in 2018 or later.', 'since', '2018 or later', '2018'],
  ])('%j', (text, bound, wide, words) => {
    expect(bounds(text)).toEqual([[bound, wide, words]]);
  });

  it('are none in "beginning of" and in "and after" that goes on', () => {
    expect(bounds('the beginning of May')[0]![0]).toBeNull();
    expect(bounds('on May 5 and after the meeting')[0]![0]).toBeNull();
  });
});
