import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linkableOf, mentionOf } from '../testing/mentions.js';
import { cellsOf } from './cells.js';
import { scoreLink } from './score-link.js';

const { where, when, what } = mentionOf();
const country = {
  ...where,
  place: null,
  admin1: null,
  latitude: null,
  longitude: null,
  geonameId: null,
  geoPrecision: null,
};
const region = { ...country, admin1: 'Almaty', geoPrecision: 3 };

function meet(a: ReturnType<typeof linkableOf>, b: ReturnType<typeof linkableOf>): boolean {
  const filed = new Set(cellsOf(b).filed);
  return cellsOf(a).searched.some((cell) => filed.has(cell));
}

describe('blocking cells', () => {
  it.each([
    ['a town', where],
    ['a region', region],
    ['a country', country],
  ])('let a mention of %s meet towns, regions and countries', (_, own) => {
    for (const other of [where, region, country]) {
      expect(meet(linkableOf({ where: own }), linkableOf({ where: other }))).toBe(true);
    }
  });

  it('keep far towns and far weeks apart', () => {
    const aktau = { ...where, place: 'Aktau', latitude: 43.65, longitude: 51.15 };
    const spring = { ...when, start: '2022-04-05', end: '2022-04-05' };
    expect(meet(linkableOf(), linkableOf({ where: aktau }))).toBe(false);
    expect(meet(linkableOf(), linkableOf({ when: spring }))).toBe(false);
  });

  it('let a town meet what names it, in the same weeks, wherever that has its own place', () => {
    const brest = { ...where, place: 'Brest', latitude: 52.1, longitude: 23.7, countryIso3: 'BLR' };
    const [town, unnamed] = [linkableOf({ where: brest }), linkableOf()];
    const naming = linkableOf({}, 'n', [{ term: 'brest', weight: 1, name: true }]);
    const spring = { ...when, start: '2022-04-05', end: '2022-04-05' };
    expect(meet(town, naming)).toBe(true);
    expect(meet(naming, town)).toBe(true);
    expect(meet(unnamed, town)).toBe(false);
    expect(meet(naming, linkableOf({ where: brest, when: spring }))).toBe(false);
  });

  it('join the two sides of the date line', () => {
    const at = (longitude: number) =>
      linkableOf({ where: { ...where, latitude: -16.8, longitude } });
    expect(meet(at(179.95), at(-179.95))).toBe(true);
  });

  it('let an unknown kind meet every kind', () => {
    const unknown = linkableOf({ what: { ...what, family: 'unknown' } });
    const flood = linkableOf({ what: { ...what, family: 'disaster' } });
    expect(meet(unknown, flood)).toBe(true);
    expect(meet(linkableOf(), flood)).toBe(false);
  });

  it('are few, however long the stretch of time', () => {
    const years = linkableOf({ when: { ...when, start: '1990-01-01', end: '2022-01-05' } });
    expect(cellsOf(years).searched.length).toBeLessThan(100);
  });

  it('never hide a pair that would link', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((d) => `2022-01-${String(d).padStart(2, '0')}`);
    const mention = fc
      .tuple(
        day,
        fc.double({ min: 40, max: 45, noNaN: true }),
        fc.double({ min: 70, max: 75, noNaN: true }),
        fc.constantFrom(0, 1, 2),
      )
      .map(([d, latitude, longitude, level]) =>
        linkableOf({
          when: { ...when, start: d, end: d },
          where:
            [{ ...where, latitude, longitude, geonameId: null }, region, country][level] ?? where,
        }),
      );
    fc.assert(
      fc.property(mention, mention, (a, b) => {
        if (scoreLink(a, b).decision === 'linked') expect(meet(a, b)).toBe(true);
      }),
    );
  });
});
