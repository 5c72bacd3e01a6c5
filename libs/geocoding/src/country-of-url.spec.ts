import { describe, expect, it } from '@jest/globals';
import { countryOfUrl } from './country-of-url.js';

describe('the country of a page', () => {
  it.each([
    ['https://news.example.ie/a/1', 'IRL'],
    ['http://www.example.co.uk:8080/a', 'GBR'],
    ['https://EXAMPLE.KZ', 'KAZ'],
    ['https://www.example.com.co/nota', 'COL'],
    ['https://example.co/story', null],
    ['https://example.tv/story', null],
    ['https://example.com/uk', null],
    ['https://192.0.2.7/story', null],
    ['example.ie', null],
    ['', null],
  ])('%s is %s', (url, expected) => {
    expect(countryOfUrl(url)).toBe(expected);
  });
});
