import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KIND_KEYS } from '../model/incident-kind.js';
import { EVIDENCE, isFiltered, NO_FILTERS, SORTS, type Filters, type Sort } from './filters.js';
import { filtersOf, searchOf } from './filters-url.js';

const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyFilters: fc.Arbitrary<Filters> = fc.record({
  kind: optional(fc.constantFrom(...KIND_KEYS)),
  country: optional(fc.stringMatching(/^[A-Z]{3}$/)),
  from: optional(days),
  to: optional(days),
  killedMin: optional(fc.integer({ min: 1, max: 100_000_000 })),
  evidence: optional(fc.constantFrom(...EVIDENCE)),
  text: optional(
    fc
      .string({ unit: 'binary', minLength: 1, maxLength: 50 })
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  ),
  sort: fc.constantFrom(...(Object.keys(SORTS) as Sort[])),
});

describe('filters in the address', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => expect(filtersOf(searchOf(filters))).toEqual(filters)),
    );
  });

  it('are not there when nothing is looked for', () => {
    expect(searchOf(NO_FILTERS)).toBe('');
    expect(filtersOf('')).toEqual(NO_FILTERS);
  });

  it.each([
    '?kind=war',
    '?country=kz',
    '?from=yesterday',
    '?to=2022-13-45',
    '?killedMin=-1',
    '?killedMin=0',
    '?evidence=certain',
    '?text=%20%20',
    '?sort=snapshot',
    '?sort=__proto__',
    '?colour=red',
  ])('count as none when they are %s', (search) => expect(filtersOf(search)).toEqual(NO_FILTERS));

  it('never throw, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(filtersOf(`?${text}`)).toBeDefined()));
  });
});

describe('whether anything is left out', () => {
  it('is not a matter of the order', () => {
    expect(isFiltered({ ...NO_FILTERS, sort: '-killed' })).toBe(false);
    expect(isFiltered({ ...NO_FILTERS, kind: 'riots' })).toBe(true);
  });
});
