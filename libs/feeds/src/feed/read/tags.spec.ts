import { describe, expect, it } from '@jest/globals';
import { inItem } from '../testing/read-feed.js';

const tags = (xml: string) =>
  inItem(xml).tags?.map(({ term, scheme, label }) => [term, scheme, label]);

describe('tags', () => {
  it('are told in text or in attributes', () => {
    expect(
      tags('<category domain="d">c</category><category term="t" scheme="s" label="l"/>'),
    ).toEqual([
      ['c', 'd', null],
      ['t', 's', 'l'],
    ]);
  });

  it('count once', () => {
    expect(tags('<category>a</category><dc:subject>a</dc:subject>')).toEqual([['a', null, null]]);
  });

  it('may be many in one element', () => {
    expect(tags('<media:keywords>a, b,,c</media:keywords>')).toHaveLength(3);
  });

  it('may hold narrower ones', () => {
    const xml = '<itunes:category text="A"><itunes:category text="B"/></itunes:category>';
    expect(tags(xml)?.map(([term]) => term)).toEqual(['A', 'B']);
  });

  it('are none when nothing is told', () => {
    expect(tags('')).toBeUndefined();
    expect(tags('<category/>')).toEqual([]);
  });
});
