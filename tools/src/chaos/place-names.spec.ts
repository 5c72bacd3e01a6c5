import { expect, it } from '@jest/globals';
import { Gazetteer } from '@tocsin/geocoding';
import { TOWNS } from '../corpus/towns.js';
import { placeNames } from './place-names.js';

const namesOf = placeNames(Gazetteer.bundled());

it('a town is known by its own name and by those that the gazetteer files it under', () => {
  expect(namesOf('Basra')).toEqual(expect.arrayContaining(['Basra', 'Basrah']));
  expect(namesOf('Nowhere-at-all')).toEqual(['Nowhere-at-all']);
});

it('no two towns of the corpus share a name', () => {
  const owners = new Map<string, string>();
  for (const [town] of TOWNS) {
    for (const name of new Set(namesOf(town))) {
      expect([name, owners.get(name) ?? town]).toEqual([name, town]);
      owners.set(name, town);
    }
  }
});
