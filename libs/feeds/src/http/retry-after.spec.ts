import { describe, expect, it } from '@jest/globals';
import { retryAfterMs } from './retry-after.js';

const now = Date.parse('2022-01-06T10:00:00Z');

describe('how long a server asks us to wait', () => {
  it('is a number of seconds', () => {
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs(' 0 ', now)).toBe(0);
  });

  it('or a date in any of the three forms', () => {
    expect(retryAfterMs('Thu, 06 Jan 2022 10:01:00 GMT', now)).toBe(60_000);
    expect(retryAfterMs('Thursday, 06-Jan-22 10:01:00 GMT', now)).toBe(60_000);
  });

  it('is nothing for a date gone by', () => {
    expect(retryAfterMs('Thu, 06 Jan 2022 09:00:00 GMT', now)).toBe(0);
  });

  it('is unknown when it is neither', () => {
    for (const text of ['', 'soon', '-3', '5.5', '1e3']) expect(retryAfterMs(text, now)).toBeNull();
  });
});
