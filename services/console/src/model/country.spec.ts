import { describe, expect, it } from '@jest/globals';
import { allCountries, alpha3Of, countryName } from './country.js';

describe('countries', () => {
  it.each([
    ['KAZ', 'Kazakhstan'],
    ['XKX', 'Kosovo'],
    ['ZZZ', 'ZZZ'],
  ])('%s is called %s', (code, name) => expect(countryName(code)).toBe(name));

  it("are found by the base map's numbers", () => {
    expect(alpha3Of('398')).toBe('KAZ');
    expect(alpha3Of('000')).toBeUndefined();
  });

  it('are offered by name, each once', () => {
    const all = allCountries();
    expect(all.length).toBeGreaterThan(240);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    const names = all.map(({ name }) => name);
    expect(names.indexOf('Albania')).toBeLessThan(names.indexOf('Zimbabwe'));
  });
});
