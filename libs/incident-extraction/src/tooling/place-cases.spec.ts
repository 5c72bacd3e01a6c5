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
  inc_loc: { alts: [{ country: ['PERU'], parts: parts.map((name) => ({ name })) }] },
});
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'tocsin-places-'));
  const input = { title: 'T', text: 'One\nline.\n\nTwo.', publish_date: null };
  write(
    'gva',
    { id: 'a', split_key: 'k', input, expected: { lat: 40, lon: -80 } },
    { id: 'b', split_key: 'k', input, expected: { lat: null, lon: null } },
  );
  write(
    'muc4',
    { id: 'c', input, expected: { templates: [template('JUNÍN', 'TARMA')] } },
    { id: 'd', input, expected: { templates: [template('LIMA'), template('CUZCO')] } },
    { id: 'e', input, expected: { templates: [] } },
  );
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('articles with a known place', () => {
  it('are of gva those with coordinates, right within 25 km', () => {
    const [each, ...rest] = gvaPlaces(dir);
    expect(rest).toEqual([]);
    expect(each).toMatchObject({ group: 'k', article: { paragraphs: ['One line.', 'Two.'] } });
    expect([40.1, 40.5, null].map((lat) => each!.isRight(place('X', lat)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('are of muc4 those whose templates agree, by their finest name', () => {
    const [each, ...rest] = muc4Places(dir);
    expect(rest).toEqual([]);
    expect(each!.isRight(place('Tarma', 0))).toBe(true);
    expect(each!.isRight(place('Junín', 0))).toBe(false);
  });
});
