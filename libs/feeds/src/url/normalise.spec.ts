import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseUrl } from './normalise.js';

interface Case {
  readonly id: string;
  readonly input: { readonly url: string };
  readonly expected: { readonly url: string };
}
const cases = readFileSync(new URL('../../fixtures/urlnorm.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

describe("crawler-commons' own cases", () => {
  it.each(cases.map((c) => [c.input.url, c.expected.url]))('%j is %j', (url, expected) => {
    expect(normaliseUrl(url)).toBe(expected);
  });
});

describe('the one spelling of a URL', () => {
  it('is taken against the document it stood in', () => {
    expect(normaliseUrl('../b?x=1#top', 'https://Example.com:443/news/a')).toBe(
      'https://example.com/b?x=1',
    );
  });

  it('knows hosts in every spelling, numbers too', () => {
    expect(normaliseUrl('http://0x7f.1/')).toBe('http://127.0.0.1/');
    expect(normaliseUrl('http://[::FFFF:1.2.3.4]/')).toBe('http://[::ffff:102:304]/');
  });

  it('knows no host by a name that is an address, or none, without its dots', () => {
    expect(normaliseUrl('http://0x7f../1/')).toBeNull();
    expect(normaliseUrl('http://127.0.0.1../')).toBeNull();
    expect(normaliseUrl('http://a.1../')).toBeNull();
    expect(normaliseUrl('http://a.org../')).toBe('http://a.org/');
  });

  it('leaves trackers behind', () => {
    expect(normaliseUrl('https://a.org/x?utm_source=rss&id=4&fbclid=z')).toBe(
      'https://a.org/x?id=4',
    );
  });

  it('does not exist for what has no hierarchy', () => {
    for (const url of [
      'javascript:alert(1)',
      'mailto:a@b.c',
      'data:,x',
      '',
      'not a url',
      'http://',
    ])
      expect(normaliseUrl(url)).toBeNull();
  });

  it('of what names no host is its own, too, but one slash is relative in a document', () => {
    expect(normaliseUrl('https:///')).toBe('https:/');
    expect(normaliseUrl('https:/')).toBe('https:/');
    expect(normaliseUrl('https:/', 'https://a.org/x/y')).toBe('https://a.org/');
  });

  it('is its own normal form', () => {
    const parts = fc.tuple(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string(),
    );
    fc.assert(
      fc.property(parts, ([url, more]) => {
        const once = normaliseUrl(url + more);
        if (once !== null) expect(normaliseUrl(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        normaliseUrl(text);
        normaliseUrl(`http://${text}`);
      }),
    );
  });
});
