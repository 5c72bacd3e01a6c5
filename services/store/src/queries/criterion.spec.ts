import { describe, expect, it } from '@jest/globals';
import { statement } from './bind.js';
import { byColumns, conditionsOf, isCovered, isNarrow } from './criterion.js';

describe('criteria', () => {
  it('of one token each are one look-up; lists and checks stand beside it', () => {
    const built = statement((bind) =>
      conditionsOf(
        [
          { facets: ['a'] },
          { facets: ['b', 'c'] },
          { facets: ['k5'], check: (inner) => `killed_best >= ${inner(7)}` },
        ],
        bind,
      ).join(' AND '),
    );
    expect(built).toEqual({
      sql: 'facets @> $1::text[] AND facets && $2::text[] AND killed_best >= $3',
      params: [['a', 'k5'], ['b', 'c'], 7],
    });
  });

  it('narrow by tokens or by text, not by a bare check', () => {
    expect(isNarrow({ facets: ['a'] })).toBe(true);
    expect(isNarrow({ check: () => '', narrows: true })).toBe(true);
    expect(isNarrow({ check: () => '' })).toBe(false);
  });
});

describe('a criterion that columns tell', () => {
  const check = () => 'killed_best >= 3';
  const columns = () => 'country = $1';

  it('is covered unless it looks for words or has tokens alone', () => {
    expect(isCovered({ facets: ['c:KAZ'], columns })).toBe(true);
    expect(isCovered({ facets: ['k3'], check })).toBe(true);
    expect(isCovered({ facets: ['p:PROTEST'] })).toBe(false);
    expect(isCovered({ check, narrows: true })).toBe(false);
  });

  it('is asked by them row by row, and by its tokens where there is no other way', () => {
    const bind = () => '$1';
    expect(conditionsOf([byColumns({ facets: ['c:KAZ'], columns })], bind)).toEqual([
      'country = $1',
    ]);
    expect(conditionsOf([byColumns({ facets: ['k3'], check })], bind)).toEqual([
      'killed_best >= 3',
    ]);
    expect(byColumns({ facets: ['p:PROTEST'] })).toEqual({ facets: ['p:PROTEST'] });
  });
});
