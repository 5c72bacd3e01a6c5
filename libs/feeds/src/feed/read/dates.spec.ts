import { describe, expect, it } from '@jest/globals';
import { inItem } from '../testing/read-feed.js';

const values = (xml: string) => Object.fromEntries(inItem(xml).values);

describe('dates', () => {
  it('are four, by whatever name the format has for them', () => {
    const xml =
      '<pubDate>1</pubDate><dc:date>2</dc:date><dcterms:created>3</dcterms:created><expirationDate>4</expirationDate>';
    expect(values(xml)).toEqual({ published: '1', updated: '2', created: '3', expired: '4' });
  });

  it('are the last of equals, the outermost of others', () => {
    expect(values('<updated>1</updated><dc:date>2</dc:date>')).toEqual({ updated: '2' });
    expect(values('<updated>1</updated><x><updated>2</updated></x>')['updated']).toBe('1');
  });

  it('may be a span', () => {
    expect(values('<dcterms:valid>start=2002; end=2003;scheme=W3C</dcterms:valid>')).toMatchObject({
      validity_start: '2002',
      validity_end: '2003',
    });
  });
});
