import { describe, expect, it } from '@jest/globals';
import { readJsonLd } from './json-ld.js';

const url = 'https://news.example.org/bread';
const read = (...values: unknown[]) =>
  readJsonLd(
    values.map((value) => JSON.stringify(value)),
    url,
  );
const news = { '@type': 'NewsArticle', headline: 'Bread', datePublished: '2026-01-02' };
const names = (value: unknown) => read(value).article?.authors.map(({ name }) => name);

describe('structured data', () => {
  it('is the news article’s, wherever it stands in the graph', () => {
    const graph = { '@graph': [{ '@type': 'WebPage', datePublished: '2020-01-01' }, news] };
    expect(read(graph).article).toMatchObject({ headline: 'Bread', datePublished: '2026-01-02' });
    expect(read({ '@type': 'WebPage', mainEntity: [[news]] }).article?.headline).toBe('Bread');
  });

  it('is that of several articles which has the page’s address', () => {
    const other = { ...news, headline: 'Wheat', url: 'https://news.example.org/wheat' };
    const own = { ...news, mainEntityOfPage: { '@id': `${url}/` } };
    expect(read([other, own]).article?.headline).toBe('Bread');
  });

  it('is no reader’s review, comment or event', () => {
    const review = { '@type': 'Review', datePublished: '2020-01-01', name: 'Nice' };
    expect(read(review).article).toBeNull();
    const recipe = { '@type': 'Recipe', name: 'Bread', datePublished: '2026-01-02', review };
    expect(read(recipe).article?.datePublished).toBe('2026-01-02');
  });

  it('names the types of all nodes, for the page’s type', () => {
    const video = { '@type': ['http://schema.org/VideoObject', 'Clip'] };
    expect(read({ ...news, video }).types).toEqual(new Set(['NewsArticle', 'VideoObject', 'Clip']));
  });

  it.each([
    [false, false],
    ['False', false],
    ['http://schema.org/False', false],
    [true, true],
    [undefined, null],
  ])('says whether it is free to read: %j', (isAccessibleForFree, free) => {
    expect(read({ ...news, isAccessibleForFree }).article?.isAccessibleForFree).toBe(free);
  });

  it('names authors given as text, as nodes and by reference', () => {
    const person = { '@type': 'Person', '@id': '#bob', name: 'Bob Ray' };
    const author = ['Ann Lee', { name: 'Cy Poe' }, { '@id': '#bob' }];
    expect(names({ '@graph': [{ ...news, author }, person] })).toEqual([
      'Ann Lee',
      'Cy Poe',
      'Bob Ray',
    ]);
  });

  it('tells organisations from persons', () => {
    const author = { '@type': 'NewsMediaOrganization', name: 'Example News' };
    expect(read({ ...news, author }).article?.authors).toEqual([
      { name: 'Example News', isOrganization: true },
    ]);
  });

  it.each(['', '{', 'null', '[]', '"x"', '{"@type":"Organization"}', '['.repeat(100_000)])(
    'has no article where there is none: %.20s',
    (script) => expect(readJsonLd([script], url).article).toBeNull(),
  );

  it('is read in bounded time where it is deep, wide or named like a prototype', () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const wide = JSON.stringify(Array.from({ length: 10_000 }, () => news));
    const proto = '{"__proto__":{"@type":"NewsArticle"},"@type":"NewsArticle","headline":"Bread"}';
    expect(readJsonLd([deep, proto], url).article?.headline).toBe('Bread');
    expect(readJsonLd([wide], url).article?.headline).toBe('Bread');
    expect(
      readJsonLd(
        Array.from({ length: 10_000 }, () => '{}'),
        url,
      ).article,
    ).toBeNull();
    expect(({} as Record<string, unknown>)['@type']).toBeUndefined();
  });
});
