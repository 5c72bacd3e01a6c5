import { describe, expect, it } from '@jest/globals';
import { aliases, countries, divisionNames, regions, towns } from './gazetteer-sources.js';

describe('the sources of the gazetteer', () => {
  it('give towns with GeoNames’ ids and codes', () => {
    const [first] = towns();
    expect(first).toMatchObject({ cca2: 'AD', feature: 'PPL' });
    expect(first?.id).toBeGreaterThan(0);
  });

  it('name the divisions by code', () => {
    expect(divisionNames('admin1').get('US.OH')).toBe('Ohio');
    expect(divisionNames('admin2').get('US.OH.133')).toBe('Portage County');
  });

  it('give every country a code of two and of three letters, once', () => {
    const codes = countries().map(({ cca2, cca3 }) => `${cca2} ${cca3}`);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[A-Z]{2} [A-Z]{3}$/.test(code))).toBe(true);
  });

  it('give regions on the globe, each name once, of known kinds', () => {
    const rows = regions();
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    for (const { kind, latitude, longitude, population } of rows) {
      expect(['region', 'continent', 'sea']).toContain(kind);
      expect(Math.abs(latitude ?? NaN)).toBeLessThanOrEqual(90);
      expect(Math.abs(longitude ?? NaN)).toBeLessThanOrEqual(180);
      expect(population).toBeGreaterThan(0);
    }
  });

  it('give countries’ points only to countries that there are', () => {
    const known = new Set(countries().map(({ cca3 }) => cca3));
    expect(Object.keys(aliases().countryAliases).filter((iso3) => !known.has(iso3))).toEqual([]);
  });
});
