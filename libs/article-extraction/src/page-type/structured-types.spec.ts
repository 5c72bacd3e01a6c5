import { describe, expect, it } from '@jest/globals';
import { areOfAnArticle, structuredTypes } from './structured-types.js';

const typesIn = (...scripts: string[]) => Object.fromEntries(structuredTypes(scripts).counts);

describe('the types in JSON-LD', () => {
  it('are counted wherever they stand, as one, as several, or with their namespace', () => {
    expect(
      typesIn(
        '{"@graph": [{"@type" : "NewsArticle"}, {"@type":["Article","http://schema.org/Report"]}]}',
        '{"@type":"https://schema.org/VideoObject"}',
      ),
    ).toEqual({ NewsArticle: 1, Article: 1, Report: 1, VideoObject: 1 });
  });

  it('are only those that tell of a page’s kind', () => {
    expect(typesIn('{"@type":"WebPage","author":{"@type":"Person"}}')).toEqual({});
  });

  it('tell even where the JSON is broken', () => {
    expect(typesIn('{"@type":"NewsArticle","headline":"Bread\n", ')).toEqual({ NewsArticle: 1 });
  });

  it.each([
    [null, '{}'],
    [true, '{"isAccessibleForFree":true}'],
    [false, '{"isAccessibleForFree":"False"}'],
    [false, '{"isAccessibleForFree": true, "hasPart": {"isAccessibleForFree": false}}'],
    [false, '{"isAccessibleForFree": false, "hasPart": {"isAccessibleForFree": true}}'],
  ])('say %s of access in %s', (isFree, script) => {
    expect(structuredTypes([script]).isFree).toBe(isFree);
  });

  it('are found in time that grows with the length', () => {
    const started = performance.now();
    structuredTypes(['"@type":['.repeat(100_000), '"@type"'.repeat(100_000), ' '.repeat(900_000)]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('types of one article', () => {
  it.each([
    [true, { NewsArticle: 1 }],
    [true, { BlogPosting: 1, VideoObject: 1 }],
    [true, { NewsArticle: 3 }],
    [true, { NewsArticle: 1, ItemList: 1 }],
    [false, {}],
    [false, { NewsArticle: 20 }],
    [false, { NewsArticle: 2, CollectionPage: 1 }],
  ])('is %s of %j', (expected, counts) => {
    expect(areOfAnArticle(new Map(Object.entries(counts)))).toBe(expected);
  });
});
