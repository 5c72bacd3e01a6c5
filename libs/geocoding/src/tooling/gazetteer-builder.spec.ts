import { describe, expect, it } from '@jest/globals';
import { Gazetteer } from '../gazetteer.js';
import { readGazetteer, writeGazetteer } from '../gazetteer-format.js';
import { gazetteerOf, town as ohioan } from '../testing/small-gazetteer.js';
import { GazetteerBuilder } from './gazetteer-builder.js';
import type { PlaceRow } from './gazetteer-builder.js';

const town = (name: string, over: Partial<PlaceRow> = {}) =>
  ohioan(name, {
    admin1: 'Texas',
    latitude: 30.5,
    longitude: -97.25,
    population: 1000,
    ...over,
  });

describe('a gazetteer written and read again', () => {
  it('gives a place back as it went in', () => {
    const gazetteer = gazetteerOf(
      town('Łódź', { country: 'POL', admin1: 'Łódzkie', geonameId: 9 }),
    );
    const [found] = gazetteer.lookup('lodz');
    expect(gazetteer.place(found?.id ?? -1)).toEqual({
      name: 'Łódź',
      kind: 'city',
      admin1: 'Łódzkie',
      admin2: null,
      countryIso3: 'POL',
      latitude: 30.5,
      longitude: -97.25,
      geonameId: 9,
      population: 1000,
    });
  });

  it('lists own names before alternates, then the more populous first', () => {
    const gazetteer = gazetteerOf(
      town('Paris', { population: 20_000 }),
      town('Lutetia', { population: 9_000_000, alternates: ['Paris'] }),
      town('Paris', { population: 2_000_000, country: 'FRA' }),
    );
    expect(gazetteer.lookup('Paris')).toEqual([
      { id: 2, alternate: false },
      { id: 0, alternate: false },
      { id: 1, alternate: true },
    ]);
  });

  it('tells divisions of one name apart by country', () => {
    const gazetteer = gazetteerOf(
      town('A', { admin1: 'Amazonas', country: 'BRA' }),
      town('B', { admin1: 'Amazonas', country: 'PER' }),
      town('C', { admin1: 'Amazonas', country: 'PER' }),
    );
    expect(gazetteer.admin1(0)).not.toBe(gazetteer.admin1(1));
    expect(gazetteer.admin1(1)).toBe(gazetteer.admin1(2));
  });

  it('knows what a town is among its neighbours', () => {
    const gazetteer = gazetteerOf(town('Austin', { standing: 'seat1' }), town('Hyde Park'));
    expect([gazetteer.standing(0), gazetteer.standing(1)]).toEqual(['seat1', 'plain']);
  });

  it('leaves out names that are whole phrases', () => {
    const phrase = 'Territory of '.repeat(6);
    expect(gazetteerOf(town('A', { alternates: [phrase] })).lookup(phrase)).toEqual([]);
  });

  it('has no coordinates where none were given', () => {
    const gazetteer = gazetteerOf(
      town('Sahel', { latitude: null, longitude: null, country: null }),
    );
    expect(gazetteer.place(0)).toMatchObject({
      latitude: null,
      longitude: null,
      countryIso3: null,
    });
  });

  it('answers no for names that it lacks, also of another script', () => {
    const gazetteer = gazetteerOf(town('A'), town('B'));
    expect(gazetteer.lookup('Nowhere')).toEqual([]);
    expect(gazetteer.lookup('Москва')).toEqual([]);
    expect(gazetteer.has('a')).toBe(false);
  });

  it('reads from a buffer that starts at any byte', () => {
    const builder = new GazetteerBuilder();
    builder.add(town('Austin'));
    const file = writeGazetteer(builder.header(), builder.columns());
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    const { header, columns } = readGazetteer(shifted.subarray(3));
    expect(new Gazetteer(header, columns).lookup('Austin')).toHaveLength(1);
  });
});

describe('a gazetteer of another format', () => {
  it('is refused, not misread', () => {
    const builder = new GazetteerBuilder();
    builder.add(town('Waco'));
    const older = writeGazetteer({ ...builder.header(), version: 1 as never }, builder.columns());
    expect(() => readGazetteer(older)).toThrow(/format 1/);
  });
});
