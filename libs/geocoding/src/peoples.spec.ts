import { describe, expect, it } from '@jest/globals';
import { rowsOfDemonyms } from './peoples.js';
import { area, gazetteerOf } from './testing/small-gazetteer.js';

describe('peoples', () => {
  const rows = rowsOfDemonyms(
    gazetteerOf(
      area('Kazakhstan', 'country', { country: 'KAZ' }),
      area('Africa', 'continent', { country: null, admin1: null }),
    ),
  );

  it('stand for their country or their part of the world', () => {
    expect([rows.get('kazakh'), rows.get('kazakhs'), rows.get('african')]).toEqual([0, 0, 1]);
  });

  it('of places that the gazetteer lacks are left out', () => {
    expect(rows.has('french')).toBe(false);
  });
});
