import { describe, expect, it } from '@jest/globals';
import { isOlder, MOST_DAYS } from './ages.js';

describe('how old news can be', () => {
  it('is exceeded on the day after the last', () => {
    expect(isOlder('2022-01-02', '2022-01-06', 'passing')).toBe(false);
    expect(isOlder('2022-01-01', '2022-01-06', 'passing')).toBe(true);
  });

  it('is open where a day is not known', () => {
    expect(isOlder(null, '2022-01-06', 'news')).toBe(false);
    expect(isOlder('2001-01-01', null, 'news')).toBe(false);
  });

  it('grows with how much of an article tells it', () => {
    const { passing, followedUp, news, sentence } = MOST_DAYS;
    expect([passing, followedUp, news, sentence]).toEqual(
      [passing, followedUp, news, sentence].sort((a, b) => a - b),
    );
  });
});
