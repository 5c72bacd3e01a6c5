import { describe, expect, it } from '@jest/globals';
import { statement } from './bind.js';
import { conditionsOf, isNarrow } from './criterion.js';

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
