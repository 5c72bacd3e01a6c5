import { describe, expect, it } from '@jest/globals';
import { DEFAULT_FEED_LIMITS, FeedError } from '../model.js';
import { readDocument } from '../read-document.js';
import { rss } from '../testing/read-feed.js';

const read = (text: string, language: string | null = null) =>
  readDocument({ text }, { base: '', language }, { ...DEFAULT_FEED_LIMITS, maxItems: 2 });

describe('the language of a feed', () => {
  it("is its element's, else its root's, else the response's", () => {
    const told = (xml: string) => read(xml, 'fr').feed.values.get('language');
    expect(told('<rss xml:lang="en"><channel><language>de</language></channel></rss>')).toBe('de');
    expect(told('<rss xml:lang="en_GB"><channel/></rss>')).toBe('en-GB');
    expect(told('<rss><channel/></rss>')).toBe('fr');
  });
});

describe('the root of a feed', () => {
  it('may be wrapped once', () => {
    expect(read('<x><rss version="2.0"/></x>').version).toBe('rss20');
  });

  it('is missing in other documents', () => {
    for (const text of ['', 'x', '<html><body/></html>', '<x><y><rss/></y></x>'])
      expect(() => read(text)).toThrow(FeedError);
  });
});

describe('entries beyond the cap', () => {
  it('are left out, and it is said', () => {
    expect(read(rss('<item/><item/>'))).toMatchObject({ truncated: false });
    const { entries, truncated } = read(rss('<item/><item/><item/>'));
    expect([entries.length, truncated]).toEqual([2, true]);
  });
});
