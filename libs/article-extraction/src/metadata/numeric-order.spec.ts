import { describe, expect, it } from '@jest/globals';
import { numericOrder } from './numeric-order.js';

describe('day or month first', () => {
  it.each([
    ['en', 'https://example.com/a', 'month-first'],
    ['', 'https://example.com/a', 'month-first'],
    ['en-US', 'https://example.com/a', 'month-first'],
    ['en-GB', 'https://example.com/a', 'day-first'],
    ['en-UK', 'https://example.com/a', 'day-first'],
    ['en', 'https://example.co.uk/a', 'day-first'],
    ['en', 'https://example.com.au/a', 'day-first'],
    ['en', 'https://example.io/a', 'month-first'],
    ['', 'https://example.com/en-gb/a', 'day-first'],
    ['', 'https://example.de/a', 'day-first'],
    ['de', 'https://example.com/a', 'day-first'],
    ['ja', 'https://example.jp/a', 'day-first'],
    ['__proto__', 'no address', 'month-first'],
  ])('%j on %s is %s', (language, url, order) => expect(numericOrder(language, url)).toBe(order));
});
