import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { statement } from './bind.js';
import { actorQuery, hasBeginning, hasPhrase, textQuery } from './text-search.js';

const query = (text: string) => statement((bind) => textQuery('text', text, bind));

describe('a text search', () => {
  it('wants every word, without marks', () =>
    expect(query('Fire São')).toEqual({
      sql: "((phraseto_tsquery('english', $1)) && (phraseto_tsquery('english', $2)))",
      params: ['fire', 'sao'],
    }));

  it('knows phrases, beginnings, exclusions and alternatives', () => {
    expect(query('"car bomb" OR gren* -army').params).toEqual(['car bomb', "'gren':*", 'army']);
    expect(query('"car bomb" OR gren* -army').sql).toBe(
      "((phraseto_tsquery('english', $1) || (CASE to_tsquery('simple', $2) WHEN to_tsquery('english', $2)" +
        " THEN to_tsquery('simple', $2) ELSE to_tsquery('simple', $2) || to_tsquery('english', $2) END))" +
        " && (!!phraseto_tsquery('english', $3)))",
    );
  });

  it('says whether words of it must stand together', () => {
    for (const text of ['"car bomb"', 'fire "car bomb', 'car-bomb', '-"car bomb" fire'])
      expect(hasPhrase(text)).toBe(true);
    for (const text of ['car bomb', '"bomb"', 'gren* -army OR fire'])
      expect(hasPhrase(text)).toBe(false);
  });

  it('says whether beginnings of words are enough', () => {
    for (const text of ['gren*', 'fire gren* "car bomb"', '-gren* fire'])
      expect(hasBeginning(text)).toBe(true);
    for (const text of ['fire', '"gren*"', '*gren']) expect(hasBeginning(text)).toBe(false);
  });

  it('takes a phrase whose end is missing', () =>
    expect(query('"car bomb').params).toEqual(['car bomb']));

  it.each(['-only', '***', '""', 'a*', 'OR'])('refuses %j, which looks for nothing', (text) =>
    expect(() => query(text)).toThrow(expect.objectContaining({ status: 400 })),
  );

  it('never lets a sign of the query language through', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        try {
          for (const param of query(text).params) {
            expect(param).toMatch(/^('[\p{L}\p{N}]+':\*|[\p{L}\p{N}]+( [\p{L}\p{N}]+)*)$/u);
          }
        } catch (error) {
          expect(error).toMatchObject({ status: 400 });
        }
      }),
      { numRuns: 1_000 },
    ));
});

describe('an actor', () => {
  it('is looked for among the actors, its words in their order', () =>
    expect(statement((bind) => actorQuery('actor', "Boko 'Haram", bind)).params).toEqual([
      "'boko':C <-> 'haram':C",
    ]));

  it('must be a name', () =>
    expect(() => actorQuery('actor', '!', () => '')).toThrow(/a word to look for/));
});
