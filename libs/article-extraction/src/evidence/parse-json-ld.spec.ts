import { describe, expect, it } from '@jest/globals';
import { parseJsonLd } from './parse-json-ld.js';

describe('a JSON-LD script', () => {
  it.each([
    ['{"a":"b"}'],
    ['<!-- {"a":"b"} -->'],
    ['/*<![CDATA[*/{"a":"b",}/*]]>*/'],
    ['//<![CDATA[\n{"a":"b"}\n//]]>'],
    ['{"a":"b"};'],
    ['\n {"a":"b" ,\n } '],
  ])('is read although badly written: %j', (script) => {
    expect(parseJsonLd(script)).toEqual({ a: 'b' });
  });

  it('may break lines within texts', () => {
    expect(parseJsonLd('{"a":"one\ntwo"}')).toEqual({ a: 'one two' });
  });

  it.each(['', '{', 'var x = 1', '//'.repeat(200_000), `{}${' '.repeat(300_000)}x`])(
    'is nothing where it can’t be mended: %.20s',
    (script) => expect(parseJsonLd(script)).toBeNull(),
  );

  it('tells the plain fields of its article where the rest is beyond mending', () => {
    const script =
      '{"@type":"NewsArticle","headline":"So \\"dear\\"","articleBody":"He said "no".","datePublished":"2026-05-02"';
    expect(parseJsonLd(script)).toEqual({
      '@type': 'NewsArticle',
      headline: 'So "dear"',
      datePublished: '2026-05-02',
    });
  });

  it('is not read where it is no description but data', () => {
    expect(parseJsonLd(JSON.stringify({ a: 'x'.repeat(1_000_000) }))).toBeNull();
  });
});
