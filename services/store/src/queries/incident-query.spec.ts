import { describe, expect, it } from '@jest/globals';
import { parseIncidentQuery } from './incident-query.js';

describe('a search as it is asked for', () => {
  it('is of active incidents, newest change first', () =>
    expect(parseIncidentQuery({})).toEqual({
      criteria: [],
      lifecycle: 'active',
      limit: 50,
      sort: 'updatedAt',
      descending: true,
    }));

  it('of a span of days goes by day, unless it asks for changes', () => {
    expect(parseIncidentQuery({ from: '2022-01-06' })).toMatchObject({ sort: 'start' });
    expect(
      parseIncidentQuery({ from: '2022-01-06', updatedSince: '2022-01-06T00:00:00Z' }),
    ).toMatchObject({ sort: 'updatedAt', lifecycle: 'any' });
  });

  it('turns filters into tokens', () =>
    expect(
      parseIncidentQuery({ type: 'Riots,Protests', country: 'KAZ', killedMin: '7' }).criteria,
    ).toMatchObject([
      { facets: ['t:Riots', 't:Protests'] },
      { facets: ['c:KAZ'] },
      { facets: ['k5'] },
    ]));

  it.each([
    { colour: 'red' },
    { type: ['Riots', 'Protests'] },
    { type: 'Riots,War' },
    { near: '1,2' },
    { radiusKm: '5' },
    { sort: '-relevance' },
    { sort: 'relevance', text: 'x' },
    { lifecycle: 'gone' },
    { fields: 'colour' },
    { article: 'a b' },
    { text: '-x' },
  ])('is refused when it is %j', (query) =>
    expect(() => parseIncidentQuery(query as Record<string, unknown>)).toThrow(
      expect.objectContaining({ status: 400, code: 'ERR_API_QUERY' }),
    ),
  );
});
