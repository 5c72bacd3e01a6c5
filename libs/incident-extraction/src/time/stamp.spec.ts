import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { findTimes } from './find-times.js';
import { isStamp } from './stamp.js';

const stamped = (text: string): boolean => {
  const tokens = tokenize(text);
  return isStamp(tokens, findTimes(tokens, '2022-01-06')[0]!);
};

describe('a page’s own time', () => {
  it.each([
    'Updated: 2022-01-05 06:50 (Agency) A truck rammed into a crowd.',
    'A man is behind bars. (Published Tuesday, Jan. 4, 2022)',
    'Posted on Monday',
  ])('stands in %j', (text) => {
    expect(stamped(text)).toBe(true);
  });

  it.each([
    'A report was published on Tuesday.',
    'He posted Monday that he would come.',
    'Published reports said on Monday that he died.',
  ])('is none in %j', (text) => {
    expect(stamped(text)).toBe(false);
  });
});
