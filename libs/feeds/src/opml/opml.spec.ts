import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OpmlError, type OpmlFeed } from './model.js';
import { parseOpml } from './parse.js';
import { renderOpml } from './render.js';
import { cleanTag } from './tags.js';

const opml = (body: string) =>
  `<opml version="2.0"><head><title>My &amp; feeds</title></head><body>${body}</body></opml>`;
const read = (text: string) => parseOpml(Buffer.from(text));

describe('a subscription list', () => {
  it('names feeds, their sites and their folders as paths', () => {
    const body = `<outline text="World"><outline text="Europe">
      <outline text="x" title="A &lt;b&gt;" xmlUrl="http://a.org/f?x=1&amp;y=2" htmlUrl="http://a.org/"/>
      </outline></outline>`;
    expect(read(opml(body))).toEqual({
      title: 'My & feeds',
      feeds: [
        {
          url: 'http://a.org/f?x=1&y=2',
          title: 'A <b>',
          siteUrl: 'http://a.org/',
          tags: ['World/Europe'],
        },
      ],
      refused: [],
      truncated: false,
    });
  });

  it.each(['xmlurl', 'xmlURL', 'XMLURL', 'XmlUrl'])('may spell its attributes as %s', (name) => {
    expect(read(opml(`<outline ${name}="http://a.org/f"/>`)).feeds).toHaveLength(1);
  });

  it('may tag a feed by its category too', () => {
    const body =
      '<outline text="F"><outline xmlUrl="http://a.org/" category="/Boston/Weather, local"/></outline>';
    expect(read(opml(body)).feeds[0]?.tags).toEqual(['F', 'Boston/Weather', 'local']);
  });

  it('may name a feed twice: it is one, with the tags of both', () => {
    const body = `<outline text="A"><outline xmlUrl="http://a.org/f#x"/></outline>
      <outline text="B"><outline text="Name" xmlUrl="HTTP://a.org:80/f"/></outline>`;
    expect(read(opml(body)).feeds).toEqual([
      { url: 'http://a.org/f#x', title: 'Name', siteUrl: null, tags: ['A', 'B'] },
    ]);
  });

  it('may be empty', () => {
    expect(read('<opml/>').feeds).toEqual([]);
    expect(read('<?xml version="1.0"?><opml><body></body></opml>').feeds).toEqual([]);
  });

  it('is read though it is malformed, cut off or in another encoding', () => {
    expect(read('<opml><body><outline text="A & B" xmlUrl="http://a.org/?x&y"').feeds).toEqual([]);
    expect(
      read('<opml><body><outline text="A & B" xmlUrl="http://a.org/?x&y">').feeds,
    ).toMatchObject([{ url: 'http://a.org/?x&y', title: 'A & B' }]);
    const latin =
      '<?xml version="1.0" encoding="iso-8859-1"?><opml><body><outline text="é" xmlUrl="http://a.org/"/></body></opml>';
    expect(parseOpml(Buffer.from(latin, 'latin1')).feeds[0]?.title).toBe('é');
  });

  it('has what is no http address refused, with the reason', () => {
    const body = '<outline xmlUrl="javascript:alert(1)"/><outline xmlUrl="feed://a.org/f"/>';
    expect(read(opml(body))).toMatchObject({
      feeds: [{ url: 'http://a.org/f' }],
      refused: [{ url: 'javascript:alert(1)', code: 'ERR_OPML_NOT_WEB' }],
    });
  });

  it('is cut at the cap and says so', () => {
    const body = Array.from({ length: 5 }, (_, i) => `<outline xmlUrl="http://a.org/${i}"/>`);
    const limits = { maxOutlines: 3, maxDepth: 9 };
    const { feeds, truncated } = parseOpml(Buffer.from(opml(body.join(''))), limits);
    expect([feeds.length, truncated]).toEqual([3, true]);
  });
});

describe('what is no subscription list', () => {
  it.each([
    ['ERR_OPML_UNRECOGNISED', '<html><body/></html>'],
    ['ERR_OPML_UNRECOGNISED', ''],
    ['ERR_OPML_UNRECOGNISED', '{}'],
    ['ERR_OPML_TOO_DEEP', opml('<outline text="a">'.repeat(100_000))],
  ])('is refused as %s: %.40s', (code, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'OpmlError', code }));
  });

  it('declares no entity that would be expanded', () => {
    const bomb = `<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
      ${opml('<outline text="&b;" xmlUrl="http://a.org/"/>')}`;
    expect(read(bomb).feeds[0]?.title).toBe('&b;');
  });

  it('breaks nothing else', () => {
    const piece = fc.constantFrom(
      '<opml>',
      '<body>',
      '<outline text="',
      '"/>',
      ' xmlUrl="http://a.org/',
      '</opml>',
      '&',
      '\u0000',
      '<',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          read(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(OpmlError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a list that was written', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 12 });
  const tag = words.map(cleanTag).filter((text) => text !== '');
  const name = words
    .map((text) => text.replace(/[<>&\s]+/g, ' ').trim())
    .filter((text) => text !== '');
  const feed = fc.record({
    url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
    title: fc.option(name),
    siteUrl: fc.constantFrom(null, 'https://a.org/'),
    tags: fc.uniqueArray(tag, { maxLength: 3 }),
  });
  const list = fc.uniqueArray(feed, { maxLength: 8, selector: ({ url }) => new URL(url).host });

  it('is read as it was', () => {
    fc.assert(
      fc.property(list, (feeds) => {
        const shown = feeds.map((each) => ({ ...each, title: each.title ?? each.url }));
        const byUrl = (a: OpmlFeed, b: OpmlFeed) => (a.url < b.url ? -1 : 1);
        const document = read(renderOpml('All', feeds));
        expect([...document.feeds].sort(byUrl)).toEqual([...shown].sort(byUrl));
      }),
      { numRuns: 300 },
    );
  });

  it('may hold no feed', () => {
    expect(read(renderOpml('None', []))).toMatchObject({ title: 'None', feeds: [] });
  });

  it('carries no character that XML has no way to write', () => {
    const bad = {
      url: 'http://a.org/',
      title: 'a\u0007\ud800b',
      siteUrl: null,
      tags: ['x\u0001y'],
    };
    expect(renderOpml('t\u0000', [bad])).not.toMatch(/[\u0000-\u0008\ud800]/);
  });
});
