import { describe, expect, it } from '@jest/globals';
import { inChannel, inItem } from '../testing/read-feed.js';

const title = (xml: string) => inItem(xml).texts.get('title')?.value;

describe('the title', () => {
  it('is the first at its depth', () => {
    expect(title('<title>a</title><title>b</title>')).toBe('a');
    expect(title('<title></title><title>b</title>')).toBe('b');
  });

  it('is not that of a picture or of something within', () => {
    expect(title('<media:group><media:title>m</media:title></media:group><title>t</title>')).toBe(
      't',
    );
    expect(title('<title>t</title><media:title>m</media:title>')).toBe('t');
    const { texts } = inChannel('<title>t</title><image><title>i</title></image>');
    expect(texts.get('title')?.value).toBe('t');
  });

  it('is not that of a foreign vocabulary', () => {
    expect(title('<o:title xmlns:o="http://o.org/">o</o:title><title>t</title>')).toBe('t');
  });
});

describe('summary and content', () => {
  it('are told apart by name, and the content is the summary where there is none', () => {
    const both = inItem('<description>d</description><content:encoded>c</content:encoded>');
    expect(both.texts.get('summary')?.value).toBe('d');
    expect(both.contents.map(({ value }) => value)).toEqual(['c']);
    const only = inItem('<content:encoded>c</content:encoded>');
    expect(only.texts.get('summary')?.value).toBe('c');
    expect(only.summaryIsCopy).toBe(true);
  });

  it('are two summaries, the second the fuller one', () => {
    const item = inItem('<description>d</description><itunes:summary>s</itunes:summary>');
    expect(item.texts.get('summary')?.value).toBe('d');
    expect(item.contents.map(({ value }) => value)).toEqual(['s']);
  });

  it('are not made of pictures', () => {
    const item = inItem('<content type="image/png" src="x"/>');
    expect(item.texts.has('summary')).toBe(false);
  });

  it('describe a channel as its subtitle', () => {
    expect(inChannel('<description>d</description>').texts.get('subtitle')?.value).toBe('d');
  });
});
