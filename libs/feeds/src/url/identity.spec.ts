import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseUrl } from './normalise.js';

const segment = fc.oneof(
  fc.stringMatching(/^[\w.~-]{1,8}$/),
  fc.constantFrom(
    'amp',
    'a-b',
    '..',
    '.',
    '',
    'x;jsessionid=1',
    '%2e',
    '%61mp',
    'ü',
    'c',
    'example.org',
    'google.com',
    's',
    '%',
    '(S(lit3py55t21z5v55vlm25s55))',
  ),
);
const path = fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join('/')}`);
const host = fc.constantFrom(
  'example.org',
  'www.news.example',
  'cdn.ampproject.org',
  'cdn.ampproject.org.',
  'a-org.cdn.ampproject.org',
  'www.google.com',
  '10.0.0.1',
  '[2001:db8::1]',
  'bücher.example',
);
const name = fc.constantFrom(
  'id',
  'p',
  'q',
  'amp',
  'outputType',
  'utm_x',
  'PHPSESSID',
  'a%62',
  '',
  'ß',
);
const value = fc.constantFrom('', '1', 'amp', 'a=b', '%7e', 'ü', 'x y');
const query = fc.array(
  fc.tuple(name, value).map(([n, v]) => `${n}=${v}`),
  { maxLength: 5 },
);
/** Web addresses with everything in them that the normal form treats. */
const address = fc
  .record({ scheme: fc.constantFrom('http', 'https'), host, path, query })
  .map(
    ({ scheme, host: at, path: p, query: q }) =>
      `${scheme}://${at}${p}${q.length > 0 ? `?${q.join('&')}` : ''}`,
  );
const plainHost = host.filter((each) => !/ampproject|google/.test(each));

const runs = { numRuns: 1000 };

describe('the normal form of any web address', () => {
  it('is its own normal form', () => {
    fc.assert(
      fc.property(address, (url) => {
        const once = normaliseUrl(url);
        expect(normaliseUrl(once ?? '')).toBe(once);
      }),
      runs,
    );
  });

  it('is an address itself', () => {
    fc.assert(
      fc.property(address, (url) => {
        const { protocol, hash } = new URL(normaliseUrl(url) ?? '');
        expect([protocol === 'http:' || protocol === 'https:', hash]).toEqual([true, '']);
      }),
      runs,
    );
  });

  it('is of the same host, but for pages in AMP caches', () => {
    fc.assert(
      fc.property(plainHost, path, query, (at, p, q) => {
        const url = `https://${at}${p}?${q.join('&')}`;
        expect(new URL(normaliseUrl(url) ?? '').host).toBe(new URL(url).host);
      }),
      runs,
    );
  });

  it('does not change by trackers, sessions, fragments, ports, case or order', () => {
    const extra = fc.subarray(['utm_source=rss', 'FBCLID=1', 'mtm_cid=2', 'PHPSESSID=3', 'gclid=']);
    // Of one name each: the order of repeated parameters can mean something.
    const distinct = fc.uniqueArray(fc.constantFrom('id=1', 'q=a%20b', 'x', 'page=2'));
    fc.assert(
      fc.property(plainHost, path, distinct, extra, fc.string(), (at, p, q, more, fragment) => {
        const plain = normaliseUrl(`https://${at}${p}?${q.join('&')}`);
        const shuffled = [...more, ...q.toReversed()].join('&');
        const other = `HTTPS://${at.toUpperCase()}:443${p}?${shuffled}#${fragment}`;
        expect(normaliseUrl(other)).toBe(plain);
      }),
      runs,
    );
  });

  it('is the same for different pages never: what names the page stays', () => {
    const id = fc.nat({ max: 99_999 });
    fc.assert(
      fc.property(id, id, (a, b) => {
        const [one, other] = [a, b].map((n) =>
          normaliseUrl(`https://a.org/n-${n}/amp?id=${n}&ref=${n}`),
        );
        expect(one === other).toBe(a === b);
      }),
    );
  });
});

describe('any text at all', () => {
  it('has a normal form or none, without an error', () => {
    const prefix = fc.constantFrom(
      '',
      'http://',
      'https://cdn.ampproject.org/c/',
      'https://google.com/amp/s/',
      'file://',
      '//',
    );
    fc.assert(
      fc.property(prefix, fc.string({ unit: 'binary' }), (start, text) => {
        const once = normaliseUrl(start + text, 'https://example.org/');
        if (once !== null) expect(normaliseUrl(once)).toBe(once);
      }),
      runs,
    );
  });
});
