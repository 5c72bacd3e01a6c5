import { describe, expect, it } from '@jest/globals';
import { checkedNewQuery, checkedQuery } from './saved-query.js';

const refused = expect.objectContaining({ status: 400, code: 'ERR_API_QUERY' });

describe('a saved query', () => {
  it('takes the filters of lists', () => {
    const filters = { country: 'KAZ,UKR', killedMin: '3', text: '"car bomb" OR grenad*' };
    expect(checkedNewQuery({ name: 'Bombs', filters })).toEqual({ name: 'Bombs', filters });
    expect(checkedNewQuery({ name: 'All', filters: {} }).filters).toEqual({});
  });

  it.each<object>([
    { country: 'kz' },
    { colour: 'red' },
    { near: '43,76' },
    { killedMin: 3 },
    { text: '-without' },
    { actor: '!' },
    { country: '' },
    // Whoever reads decides on these.
    { limit: '5' },
    { sort: 'start' },
    { cursor: 'x' },
    { updatedSince: '2022-01-06' },
    { constructor: 'x' },
  ])('refuses %j', (filters) =>
    expect(() => checkedNewQuery({ name: 'x', filters })).toThrow(refused),
  );

  it.each<unknown>([
    undefined,
    {},
    { name: 'x' },
    { filters: {} },
    { name: '', filters: {} },
    { name: 'x'.repeat(101), filters: {} },
    { name: 5, filters: {} },
    { name: 'x', filters: [] },
    { name: 'x', filters: null },
    { name: 'x', filters: {}, owner: 'me' },
  ])('refuses the body %j', (body) => expect(() => checkedNewQuery(body)).toThrow(refused));

  it('is changed in parts', () => {
    expect(checkedQuery({ name: 'Other' })).toEqual({ name: 'Other' });
    expect(checkedQuery({ filters: { country: 'FRA' } })).toEqual({ filters: { country: 'FRA' } });
    expect(checkedQuery({})).toEqual({});
  });
});
