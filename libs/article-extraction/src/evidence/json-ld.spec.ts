import { describe, expect, it } from '@jest/globals';
import { readJsonLd } from './json-ld.js';

const read = (...values: unknown[]) => readJsonLd(values.map((value) => JSON.stringify(value)));
const news = { '@type': 'NewsArticle', headline: 'Bread', datePublished: '2026-01-02' };

describe('structured data', () => {
  it('is the news article’s, wherever it stands in the graph', () => {
    const graph = { '@graph': [{ '@type': 'WebPage', datePublished: '2020-01-01' }, news] };
    expect(read(graph)).toMatchObject({ headline: 'Bread', datePublished: '2026-01-02' });
  });

  it('names authors given as text, as nodes and by reference', () => {
    const person = { '@type': 'Person', '@id': '#bob', name: 'Bob Ray' };
    const author = ['Ann Lee', { name: 'Cy Poe' }, { '@id': '#bob' }, 'https://example.org/x'];
    expect(read({ '@graph': [{ ...news, author }, person] })?.authors).toEqual([
      'Ann Lee',
      'Cy Poe',
      'Bob Ray',
    ]);
  });

  it.each([
    '<!-- {"@type":"NewsArticle","headline":"Bread"} -->',
    '/*<![CDATA[*/{"@type":"NewsArticle","headline":"Bread",}/*]]>*/',
    '{"@type":"NewsArticle","headline":"Bread","articleBody":"one\ntwo"}',
  ])('is read although badly written: %j', (script) => {
    expect(readJsonLd([script])?.headline).toBe('Bread');
  });

  it.each(['', '{', 'null', '[]', '"x"', '{"@type":"Organization"}', '['.repeat(100_000)])(
    'is nothing where there is none: %.20s',
    (script) => expect(readJsonLd([script])).toBeNull(),
  );
});
