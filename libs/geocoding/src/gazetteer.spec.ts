import { beforeAll, describe, expect, it } from '@jest/globals';
import { Gazetteer } from './gazetteer.js';

let gazetteer: Gazetteer;
beforeAll(() => {
  gazetteer = Gazetteer.bundled();
});
const first = (name: string) => {
  const [candidate] = gazetteer.lookup(name);
  return candidate ? gazetteer.place(candidate.id) : null;
};

describe('the bundled gazetteer', () => {
  it('knows towns with id, division, country and population', () => {
    expect(gazetteer.lookup('Almaty').map(({ id }) => gazetteer.place(id))).toContainEqual(
      expect.objectContaining({ kind: 'city', countryIso3: 'KAZ', geonameId: 1526384 }),
    );
  });

  it.each(['Zaporizhzhia', 'Hodeidah', 'Cabo Delgado', 'Nagorno-Karabakh', 'Kyiv', 'Gaza Strip'])(
    'knows %s as news spells it',
    (name) => {
      expect(first(name)).not.toBeNull();
    },
  );

  it.each([
    ['Kazakhstan', 'KAZ'],
    ['Britain', 'GBR'],
    ['U.S.', 'USA'],
    ['Ivory Coast', 'CIV'],
    ['DR Congo', 'COD'],
  ])('knows the country %s', (name, iso3) => {
    expect(first(name)).toMatchObject({ kind: 'country', countryIso3: iso3 });
  });

  it('puts divisions within their bounds and names them without "Province"', () => {
    const texas = gazetteer.lookup('Texas').map(({ id }) => gazetteer.place(id));
    const state = texas.find((place) => place.kind === 'admin1');
    expect(state?.latitude).toBeGreaterThan(25);
    expect(state?.latitude).toBeLessThan(37);
  });

  it('has counties in their middle, regions, continents and seas', () => {
    const kinds = ['Wayne County', 'Sahel', 'Africa', 'Black Sea'].map((name) => first(name)?.kind);
    expect(kinds).toEqual(['admin2', 'region', 'continent', 'sea']);
  });

  it('keeps every coordinate on the globe', () => {
    let wrong = 0;
    for (let id = 0; id < gazetteer.size; id += 97) {
      const { latitude, longitude } = gazetteer.place(id);
      if (Math.abs(latitude ?? 0) > 90 || Math.abs(longitude ?? 0) > 180) wrong++;
    }
    expect(wrong).toBe(0);
  });
});
