import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { countriesOf, labelPoint, type Country, type WorldAtlas } from './base-map.js';

const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
let countries: Country[];
const country = (code: string) =>
  countries.find(({ properties }) => properties.code === code) as Country;

beforeAll(() => {
  countries = countriesOf(JSON.parse(readFileSync(file, 'utf8')) as WorldAtlas);
});

describe("Natural Earth's countries", () => {
  it('are known by the codes that incidents carry', () => {
    expect(countries.length).toBeGreaterThan(230);
    expect(country('KAZ').properties.name).toBe('Kazakhstan');
    expect(country('XKX').properties.name).toBe('Kosovo');
    expect(countries.filter(({ properties }) => properties.code === '').length).toBeLessThan(8);
  });

  it.each([
    ['KAZ', 67, 48],
    ['FRA', 2.5, 46.6],
    ['USA', -99, 39],
    ['NOR', 14, 65],
  ])('%s is named in its middle', (code, longitude, latitude) => {
    const [x = 0, y = 0] = labelPoint(country(code).geometry);
    expect(Math.abs(x - longitude)).toBeLessThan(5);
    expect(Math.abs(y - latitude)).toBeLessThan(5);
  });

  it('lie flat: no edge leads from one end of the map to the other', () => {
    const rings = countries
      .filter(({ properties }) => properties.code !== 'ATA')
      .flatMap(({ geometry }) =>
        geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
      );
    const steps = rings.flatMap((ring) =>
      ring.slice(1).map(([x = 0], at) => Math.abs(x - (ring[at]?.[0] ?? 0))),
    );
    expect(steps.filter((step) => step > 90)).toEqual([]);
    const east = Math.max(...rings.flat().map(([x = 0]) => x));
    expect(east).toBeGreaterThan(185);
  });

  it('close a ring round the world at the pole', () => {
    const { geometry } = country('ATA');
    const all = JSON.stringify(geometry.coordinates);
    expect(all).toContain(',-90]');
  });

  it('have an extent by which the large ones are named first', () => {
    expect(country('KAZ').properties.extent).toBeGreaterThan(50 * country('LBN').properties.extent);
  });
});

describe('the place of a name', () => {
  it('in a shape without extent is its first corner', () => {
    expect(
      labelPoint({
        type: 'Polygon',
        coordinates: [
          [
            [1, 2],
            [1, 2],
          ],
        ],
      }),
    ).toEqual([1, 2]);
  });
});
