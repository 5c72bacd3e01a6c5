import { describe, expect, it } from '@jest/globals';
import { figure, incident } from '../testing/incident.js';
import { areaOf, featuresOf, sizeOf } from './features.js';

const { where, casualties } = incident();
const at = (incidentId: string, change: Partial<typeof where>) =>
  incident({ incidentId, where: { ...where, ...change } });
const country = { place: null, latitude: null, longitude: null, wherePrecision: 6 };

describe('incidents on the map', () => {
  it('stand at their place as a full sign of their kind', () => {
    const { points, areas } = featuresOf([incident()]);
    expect(points).toMatchObject([
      {
        geometry: { coordinates: [76.95, 43.25] },
        properties: {
          id: 'i1',
          kind: 'riots',
          icon: 'riots-full',
          offset: [0, 0],
          label: 'Almaty',
        },
      },
    ]);
    expect(areas).toEqual([]);
  });

  it('of a region are hollow, within the area in which they may have been', () => {
    const { points, areas } = featuresOf([at('i1', { wherePrecision: 4 })]);
    expect(points[0]?.properties.icon).toBe('riots-hollow');
    expect(areas).toMatchObject([{ geometry: { type: 'Polygon' }, properties: { id: 'i1' } }]);
  });

  it('of a country are counted for it and stand nowhere in it', () => {
    const found = featuresOf([
      at('i1', country),
      at('i2', country),
      at('i3', { ...country, countryIso3: 'FRA' }),
    ]);
    expect(found.points).toEqual([]);
    expect([...found.countries]).toEqual([
      ['KAZ', 2],
      ['FRA', 1],
    ]);
  });

  it('of no known place are counted', () => {
    expect(featuresOf([at('i1', { ...country, countryIso3: null })]).nowhere).toBe(1);
  });

  it('at one place stand around it, none upon another', () => {
    const { points } = featuresOf([incident(), at('i2', {}), at('i3', {})]);
    const offsets = points.map(({ properties }) => properties.offset.join());
    expect(new Set(offsets).size).toBe(3);
    expect(offsets).not.toContain('0,0');
  });
});

describe('the size of a sign', () => {
  it('grows with the toll, ever more slowly', () => {
    const [none, few, many, most] = [0, 10, 100, 1_000].map(sizeOf) as [
      number,
      number,
      number,
      number,
    ];
    expect(few - none).toBeGreaterThan(0.3);
    expect(most - many).toBeCloseTo(many - few, 1);
    expect(most).toBeLessThan(2);
  });

  it('counts the injured, but less', () => {
    const size = (killed: number, injured: number) =>
      featuresOf([
        incident({
          casualties: { ...casualties, killed: figure(killed), injured: figure(injured) },
        }),
      ]).points[0]?.properties.size ?? 0;
    expect(size(0, 40)).toBe(size(10, 0));
  });
});

describe('the area of one incident', () => {
  it('is none for an exact place, and none without coordinates', () => {
    expect(areaOf(incident())).toBeUndefined();
    expect(areaOf(at('i1', { ...country, wherePrecision: 4 }))).toBeUndefined();
  });
});
