import { describe, expect, it } from '@jest/globals';
import { apiQuery } from './api-query.js';
import { NO_FILTERS } from './filters.js';

const none: ReadonlySet<string> = new Set();
const textOf = (...args: Parameters<typeof apiQuery>) => apiQuery(...args).toString();

describe('what the API is asked', () => {
  it('is one full page in the wanted order', () => {
    expect(textOf(NO_FILTERS, none)).toBe('limit=500&sort=-updatedAt');
  });

  it('has every filter in it', () => {
    const filters = {
      ...NO_FILTERS,
      kind: 'explosions',
      country: 'KAZ',
      from: '2022-01-01',
      to: '2022-02-01',
      killedMin: 5,
      text: 'a & b',
    } as const;
    expect(Object.fromEntries(apiQuery(filters, none))).toMatchObject({
      type: 'Explosions/Remote violence',
      country: 'KAZ',
      from: '2022-01-01',
      to: '2022-02-01',
      killedMin: '5',
      text: 'a & b',
    });
  });

  it('asks for how well it is evidenced, and for few fields, where the API knows of it', () => {
    const filters = { ...NO_FILTERS, evidence: 'disputed' } as const;
    expect(textOf(filters, none)).toBe('limit=500&sort=-updatedAt');
    const query = apiQuery(filters, new Set(['status', 'fields']));
    expect(query.get('status')).toBe('disputed');
    expect(query.get('fields')?.split(',')).toEqual(expect.arrayContaining(['revision', 'where']));
    expect(query.get('fields')).not.toContain('claims');
  });

  it('asks for a family only where the API knows families', () => {
    const filters = { ...NO_FILTERS, kind: 'disaster' } as const;
    expect(apiQuery(filters, none).has('family')).toBe(false);
    expect(apiQuery(filters, new Set(['family'])).get('family')).toBe('disaster');
  });
});
