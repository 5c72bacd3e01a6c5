import { describe, expect, it } from '@jest/globals';
import { inItem } from '../testing/read-feed.js';

const listed = (xml: string, name: string) =>
  inItem(xml)
    .lists.get(name)
    ?.map((attributes) => Object.fromEntries(attributes));

describe('media of an entry', () => {
  it('are listed, grouped or not', () => {
    const xml =
      '<media:group><media:content url="a"/></media:group><media:content url="b"><media:credit role="r">C</media:credit></media:content>';
    expect(listed(xml, 'media_content')).toEqual([{ url: 'a' }, { url: 'b' }]);
    expect(listed(xml, 'media_credit')).toEqual([{ role: 'r', content: 'C' }]);
  });

  it('may name a picture in text', () => {
    expect(listed('<media:thumbnail>t.png</media:thumbnail>', 'media_thumbnail')).toEqual([
      { url: 't.png' },
    ]);
  });

  it('have one rating: the first', () => {
    const xml = '<media:rating>a</media:rating><media:rating>b</media:rating>';
    expect(inItem(xml).groups.get('media_rating')?.get('content')).toBe('a');
  });

  it('have chapters', () => {
    const xml = '<psc:chapters version="1"><psc:chapter start="0"/></psc:chapters>';
    expect(listed(xml, 'psc_chapter')).toEqual([{ start: '0' }]);
  });

  it('are no link to a page', () => {
    expect(inItem('<media:content url="http://m.org/a.mp4"/>').link).toBeNull();
  });
});
