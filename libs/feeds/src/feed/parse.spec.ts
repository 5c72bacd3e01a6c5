import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_FEED_LIMITS } from './model.js';
import { parseFeed } from './parse.js';

const url = 'https://news.example/feeds/all.xml';
const parse = (text: string, limits = DEFAULT_FEED_LIMITS) =>
  parseFeed(Buffer.from(text), { url }, limits);
const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title><link>https://news.example/</link>${items.join('')}</channel></rss>`;

describe('an RSS feed', () => {
  const item =
    '<item><title>Fire &amp; flood in <b>Town</b></title><link>https://news.example/1?a=1&amp;b=2</link><guid isPermaLink="false">n-1</guid><pubDate>Thu, 06 Jan 2022 10:00:00 +0600</pubDate><dc:creator>Ann</dc:creator><author>b@x.y (Bob)</author><description>&lt;p&gt;Text&lt;/p&gt;</description></item>';

  it('says what it is and what it holds', () => {
    expect(parse(rss(item))).toEqual({
      kind: 'rss',
      version: 'rss20',
      title: 'News',
      siteUrl: 'https://news.example/',
      language: null,
      encoding: 'utf-8',
      pollHints: { ttlMs: null, updatePeriodMs: null, skipHours: [], skipDays: [] },
      items: [
        {
          url: 'https://news.example/1?a=1&b=2',
          id: 'n-1',
          title: 'Fire & flood in Town',
          publishedAt: '2022-01-06T04:00:00.000Z',
          updatedAt: null,
          authors: ['Ann', 'Bob'],
          tags: [],
          enclosures: [],
          summary: '<p>Text</p>',
        },
      ],
      itemsWithoutUrl: 0,
      truncated: false,
      repaired: false,
    });
  });

  it('gives a page by its guid when there is no link, unless the guid is none', () => {
    const permalink = '<item><guid>https://news.example/2</guid></item>';
    const opaque = '<item><guid isPermaLink="false">https://news.example/3</guid></item>';
    const parsed = parse(rss(permalink, opaque));
    expect(parsed.items.map((i) => i.url)).toEqual(['https://news.example/2']);
    expect(parsed.itemsWithoutUrl).toBe(1);
  });

  it('has relative links taken against its own address', () => {
    expect(parse(rss('<item><link>../4</link></item>')).items[0]?.url).toBe(
      'https://news.example/4',
    );
  });
});

describe('a feed that says more', () => {
  it('tells its language and how to poll it', () => {
    const parsed = parse(rss('<language>en-gb</language><ttl>5</ttl>'));
    expect(parsed).toMatchObject({ language: 'en-gb', pollHints: { ttlMs: 300_000 } });
  });

  it('is a podcast: episodes with a page are articles, files are not', () => {
    const file = '<enclosure url="https://cdn.example/1.mp3" type="audio/mpeg" length="7"/>';
    const parsed = parse(
      rss(
        `<item><title>a</title><link>/1</link>${file}</item>`,
        `<item><title>b</title><guid>https://cdn.example/1.mp3</guid>${file}</item>`,
        `<item><title>c</title><guid>c-1</guid>${file}</item>`,
      ),
    );
    expect(parsed.items.map(({ url }) => url)).toEqual(['https://news.example/1']);
    expect(parsed.itemsWithoutUrl).toBe(2);
  });
});

describe('other kinds of feed', () => {
  it('Atom: the alternate link, dates and authors', () => {
    const parsed = parse(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A</title><link href="/"/><entry><title>e</title><link rel="enclosure" href="e.mp3"/><link href="/x"/><id>tag:1</id><updated>2022-01-02T00:00:00Z</updated><published>2022-01-01T00:00:00Z</published><author><name>N</name></author><content type="html">s</content></entry></feed>',
    );
    expect(parsed).toMatchObject({ kind: 'atom', title: 'A', siteUrl: 'https://news.example/' });
    expect(parsed.items).toEqual([
      {
        url: 'https://news.example/x',
        id: 'tag:1',
        title: 'e',
        publishedAt: '2022-01-01T00:00:00.000Z',
        updatedAt: '2022-01-02T00:00:00.000Z',
        authors: ['N'],
        tags: [],
        enclosures: [{ url: 'https://news.example/feeds/e.mp3', type: null, length: null }],
        summary: 's',
      },
    ]);
  });

  it('RDF', () => {
    const parsed = parse(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title></channel><item rdf:about="http://a.org/2"><title>r</title><dc:date>2022-01-01</dc:date></item></rdf:RDF>',
    );
    expect(parsed.kind).toBe('rdf');
    expect(parsed.items[0]).toMatchObject({
      url: 'http://a.org/2',
      publishedAt: '2022-01-01T00:00:00.000Z',
    });
  });

  it('CDF', () => {
    const parsed = parse(
      '<CHANNEL HREF="http://a.org/"><TITLE>c</TITLE><ITEM HREF="/4" LASTMOD="2004-04-06"><TITLE>i</TITLE></ITEM></CHANNEL>',
    );
    expect(parsed).toMatchObject({ kind: 'cdf', title: 'c', siteUrl: 'http://a.org/' });
    expect(parsed.items[0]).toMatchObject({ title: 'i', updatedAt: '2004-04-06T00:00:00.000Z' });
  });

  it('an entry of Atom that stands alone', () => {
    const parsed = parse('<entry><title>e</title><link href="/5"/></entry>');
    expect(parsed).toMatchObject({ kind: 'atom', items: [{ title: 'e' }] });
  });

  it('JSON Feed', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      items: [{ id: '1', url: 'http://a.org/3', title: 'j', authors: [{ name: 'Z' }] }],
    };
    const parsed = parse(JSON.stringify(feed));
    expect(parsed).toMatchObject({ kind: 'json', title: 'J' });
    expect(parsed.items[0]).toMatchObject({ url: 'http://a.org/3', authors: ['Z'] });
  });

  it('what is none of them is refused by name', () => {
    for (const text of ['', '<html><body>x</body></html>', '{"a":1}', 'hello', '\u0000'])
      expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'ERR_FEED_UNRECOGNISED' }));
  });
});

describe('a malformed feed', () => {
  it('gives what arrived before it was cut off', () => {
    const whole = rss('<item><link>https://a.org/1</link></item>', '<item><title>half');
    const parsed = parse(whole.slice(0, whole.indexOf('half')));
    expect(parsed.repaired).toBe(true);
    expect(parsed.items.map((i) => i.url)).toEqual(['https://a.org/1']);
  });

  it('is read with bare ampersands and HTML entities', () => {
    const parsed = parse(
      rss('<item><title>Caf&eacute; A & B</title><link>https://a.org/1</link></item>'),
    );
    expect(parsed.items[0]?.title).toBe('Café A & B');
  });
});

describe('a hostile feed', () => {
  it('has its javascript links dropped', () => {
    const parsed = parse(
      rss(
        '<item><link>javascript:alert(1)</link></item>',
        '<item><link> JaVaScript:x</link><guid>data:,x</guid></item>',
      ),
    );
    expect(parsed.items).toEqual([]);
    expect(parsed.itemsWithoutUrl).toBe(2);
  });

  it('cannot make its entities expand', () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(100)}">${'bcdefgh'.replace(/./g, (n) => `<!ENTITY ${n} "${`&${String.fromCharCode(n.charCodeAt(0) - 1)};`.repeat(10)}">`)}]>`;
    const parsed = parse(
      laughs + rss('<item><title>&h;</title><link>https://a.org/1</link></item>'),
    );
    expect(parsed.items[0]?.title?.length ?? 0).toBeLessThan(10);
  });

  it('is read up to the item cap', () => {
    const many = Array.from(
      { length: 12 },
      (_, i) => `<item><link>https://a.org/${i}</link></item>`,
    );
    const parsed = parse(rss(...many), { ...DEFAULT_FEED_LIMITS, maxItems: 10 });
    expect(parsed.items).toHaveLength(10);
    expect(parsed.truncated).toBe(true);
  });

  it('is harmless when it reaches for prototypes', () => {
    const item =
      '<item><__proto__ polluted="1"><polluted>1</polluted></__proto__><constructor>x</constructor><link>https://a.org/1</link></item>';
    expect(parse(rss(item)).items).toHaveLength(1);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is refused when it nests too deeply', () => {
    expect(() => parse(rss('<x>'.repeat(300)))).toThrow(
      expect.objectContaining({ code: 'ERR_FEED_TOO_DEEP' }),
    );
  });

  it('throws nothing but a FeedError, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (noise) => {
        try {
          parse(rss(`<item>${noise}</item>`));
        } catch (error) {
          expect((error as Error).name).toBe('FeedError');
        }
      }),
      { numRuns: 300 },
    );
  });
});
