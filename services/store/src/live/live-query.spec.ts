import { describe, expect, it } from '@jest/globals';
import { parseLiveQuery } from './live-query.js';

describe('a subscription', () => {
  it('takes the filters of the lists, and resumes by header or query', () => {
    expect(parseLiveQuery({ country: 'KAZ' }, undefined)).toMatchObject({
      criteria: [{ facets: ['c:KAZ'] }],
    });
    const after = { transaction: '7', id: '9' };
    expect(parseLiveQuery({}, '7-9')).toEqual({ criteria: [], after });
    expect(parseLiveQuery({ lastEventId: '7-9' }, undefined)).toEqual({ criteria: [], after });
  });

  it.each([{ colour: 'red' }, { sort: 'start' }, { country: 'kz' }, { lastEventId: 'x' }])(
    'refuses %j',
    (query) =>
      expect(() => parseLiveQuery(query as Record<string, unknown>, undefined)).toThrow(
        expect.objectContaining({ status: 400 }),
      ),
  );
});
