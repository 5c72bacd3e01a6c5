import { describe, expect, it } from '@jest/globals';
import { absoluteUrl, sameSite } from './urls.js';

describe('a reference', () => {
  it.each([
    ['/b?c', 'https://example.org/b?c'],
    ['//cdn.example.org/b', 'https://cdn.example.org/b'],
    ['mailto:ann@example.org', null],
    ['http://[', null],
  ])('%s is an address of the web or none', (reference, url) => {
    expect(absoluteUrl(reference, 'https://example.org/a')).toBe(url);
  });
});

describe('two addresses', () => {
  it.each([
    ['https://www.example.org/a', 'http://example.org/b', true],
    ['https://m.example.org/a', 'https://example.org/b', true],
    ['https://a.example.org/', 'https://b.example.org/', false],
    ['https://example.org/', 'https://anexample.org/', false],
    ['https://org/', 'https://example.org/', false],
    ['x', 'x', false],
  ])('%s and %s are of one site: %s', (a, b, same) => expect(sameSite(a, b)).toBe(same));
});
