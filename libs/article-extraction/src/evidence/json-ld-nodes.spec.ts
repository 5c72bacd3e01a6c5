import { describe, expect, it } from '@jest/globals';
import { jsonLdNodes, listOf, textValue, typesOf } from './json-ld-nodes.js';

describe('the nodes of a graph', () => {
  it('come breadth first, from arrays and from values of other nodes', () => {
    const leaf = { name: 'c' };
    const nodes = jsonLdNodes([[{ name: 'a', of: leaf }, { name: 'b' }], 'x', null, 7]);
    expect(nodes.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it('are no more than a page can be about', () => {
    const many = Array.from({ length: 100_000 }, () => ({}));
    expect(jsonLdNodes([many]).length).toBeLessThanOrEqual(5_000);
  });
});

describe('a value', () => {
  it.each([
    [' Bread ', 'Bread'],
    [['Bread', 'Wheat'], 'Bread'],
    [1577836800, '1577836800'],
    [{ '@value': 'Bread' }, 'Bread'],
    [{ name: 'Bread' }, null],
    ['', null],
    [undefined, null],
  ])('of %j as text is %j', (value, text) => expect(textValue(value)).toBe(text));

  it('is a list of one where it is no list', () => {
    expect(listOf('a')).toEqual(['a']);
    expect(listOf(null)).toEqual([]);
  });
});

describe('a type', () => {
  it.each([
    ['NewsArticle', ['NewsArticle']],
    [
      ['https://schema.org/NewsArticle', 'schema:Report', 5],
      ['NewsArticle', 'Report'],
    ],
    [undefined, []],
  ])('of %j', (type, names) => expect(typesOf({ '@type': type })).toEqual(names));
});
