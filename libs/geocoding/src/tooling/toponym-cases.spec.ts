import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recognise } from '../recognise.js';
import { area, lexiconOf, town } from '../testing/small-gazetteer.js';
import { distanceKm, geoCases, gvaCases, muc4Cases } from './toponym-cases.js';
import { tokenise } from '../tokens.js';

const lexicon = lexiconOf(
  town('Kent', { latitude: 41.15, longitude: -81.36 }),
  town('Kent', { latitude: 51.2, longitude: 0.7, country: 'GBR' }),
  town('Akron', { latitude: 41.08, longitude: -81.52 }),
  area('United Kingdom', 'country', { country: 'GBR' }),
);
const text = 'In Kent and Akron';
const [kent, akron] = recognise(tokenise(text), lexicon);

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'tocsin-cases-'));
  const write = (set: string, line: object) => {
    mkdirSync(join(dir, 'data', set), { recursive: true });
    writeFileSync(join(dir, 'data', set, 'dev.jsonl'), `${JSON.stringify(line)}\n`);
  };
  const at = { start: 3, end: 7, lat: 41, lon: -81 };
  write('geo', { id: 'a', input: { text }, expected: { toponyms: [at] } });
  const expected = { city_or_county: 'Kent (Portage)', lat: 41.15, lon: -81.36 };
  write('gva', { id: 'b', split_key: 'k', input: { title: 'T', text }, expected });
  const location = (name: string) => ({ country: ['UNITED KINGDOM'], parts: [{ name }] });
  const templates = [{ inc_loc: { alts: [location('KENT'), location('AKRON')] } }];
  write('muc4', { id: 'c', input: { text }, expected: { templates } });
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('what is known of a name', () => {
  it('is by geo its place, and that other names are none', () => {
    const [each] = geoCases(dir);
    expect(each?.truthOf(kent!, lexicon.gazetteer)).toEqual([0]);
    expect(each?.truthOf(akron!, lexicon.gazetteer)).toEqual([]);
  });

  it('is by gva the incident’s town alone', () => {
    const [each] = gvaCases(dir);
    expect(each?.group).toBe('k');
    expect(each?.truthOf(kent!, lexicon.gazetteer)).toEqual([0]);
    expect(each?.truthOf(akron!, lexicon.gazetteer)).toBe('unknown');
  });
});

describe('what muc4 knows of a name', () => {
  it('is the country that it lies in, and that it is no place where none is known there', () => {
    const [each] = muc4Cases(dir);
    expect(each?.truthOf(kent!, lexicon.gazetteer)).toEqual([1]);
    expect(each?.truthOf(akron!, lexicon.gazetteer)).toEqual([]);
    const [other] = recognise(tokenise('In the United Kingdom'), lexicon);
    expect(each?.truthOf(other!, lexicon.gazetteer)).toBe('unknown');
  });
});

describe('distance', () => {
  it('from London to Paris is some 344 km', () => {
    expect(distanceKm(51.5074, -0.1278, 48.8566, 2.3522)).toBeCloseTo(344, -1);
  });
});
