import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Place } from '@tocsin/geocoding';
import { gvaPlaces, muc4Places } from './place-cases.js';

const place = (name: string, latitude: number | null): Place => ({
  name,
  kind: 'city',
  admin1: null,
  admin2: null,
  countryIso3: null,
  latitude,
  longitude: latitude === null ? null : -80,
  geonameId: null,
  population: 0,
});

let dir: string;
const write = (set: string, ...lines: object[]) => {
  mkdirSync(join(dir, 'data', set), { recursive: true });
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  writeFileSync(join(dir, 'data', set, 'dev.jsonl'), text);
};
const template = (...parts: string[]) => ({
  hum_name: [{ alts: ['José RUIZ'] }],
  hum_desc: [],
  phys_id: [],
  perp_ind: [],
  inc_instr_id: [],
  inc_loc: { alts: [{ country: ['PERU'], parts: parts.map((name) => ({ name })) }] },
});
const inc_date = { alts: [{ start: '2022-01-03', end: '2022-01-04' }] };
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'tocsin-places-'));
  const input = { title: 'T', text: 'One\nline.\n\nTwo.', publish_date: null };
  write(
    'gva',
    {
      id: 'a',
      split_key: 'k',
      input,
      expected: { date: '2022-01-03', lat: 40, lon: -80, state: 'Ohio' },
    },
    { id: 'b', split_key: 'k', input, expected: { lat: null, lon: null, state: 'Ohio' } },
  );
  write(
    'muc4',
    { id: 'c', input, expected: { templates: [{ ...template('JUNÍN', 'TARMA'), inc_date }] } },
    { id: 'd', input, expected: { templates: [template('LIMA'), template('CUZCO')] } },
    { id: 'e', input, expected: { templates: [] } },
  );
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('articles with a known place', () => {
  it('are of gva those with coordinates, right within 25 km', () => {
    const [each, ...rest] = gvaPlaces(dir);
    expect(rest).toEqual([]);
    expect(each!.incidents[0]!.days).toEqual(['2022-01-03', '2022-01-03']);
    expect(each).toMatchObject({ group: 'k', article: { paragraphs: ['One line.', 'Two.'] } });
    const level = (place: Place) => each!.incidents[0]!.levelOf(place);
    expect([40.1, 40.5, null].map((lat) => level(place('X', lat)))).toEqual([3, 0, 0]);
    expect(level({ ...place('Ohio', null), kind: 'admin1' })).toBe(2);
    expect(level({ ...place('America', null), kind: 'country', countryIso3: 'USA' })).toBe(1);
  });

  it('are of muc4 those with templates, by the finest name and the words of each', () => {
    const [one, two, ...rest] = muc4Places(dir);
    expect(rest).toEqual([]);
    const [incident] = one!.incidents;
    expect(incident!.words).toEqual(['jose ruiz']);
    expect(incident!.days).toEqual(['2022-01-03', '2022-01-04']);
    expect(two!.incidents.map(({ days }) => days)).toEqual([null, null]);
    const names = ['Tarma', 'Junín', 'Junin Department', 'Peru', 'Lima'];
    expect(names.map((name) => incident!.levelOf(place(name, 0)))).toEqual([3, 2, 2, 1, 0]);
    expect(two!.incidents.map((each) => each.place)).toEqual(['peru,lima', 'peru,cuzco']);
  });
});
