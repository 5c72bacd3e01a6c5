import { describe, expect, it } from '@jest/globals';
import { isDomainName } from './domain-name.js';

describe('a name that is its domain’s', () => {
  it.each([
    ['Le Monde', 'https://www.lemonde.fr/a'],
    ['example.org', 'https://example.org/a'],
    ['The Guardian', 'https://www.guardian.com/a'],
    ['Example', 'https://news.example.co.uk/a'],
  ])('%s of %s', (name, url) => expect(isDomainName(name, url)).toBe(true));

  it.each([
    ['World', 'https://example.org/world'],
    ['org', 'https://example.org/'],
    ['', 'https://example.org/'],
    ['Example', 'no address'],
  ])('is not %j of %s', (name, url) => expect(isDomainName(name, url)).toBe(false));
});
