import { describe, expect, it } from '@jest/globals';
import { scoreToponyms } from './score-toponyms.js';
import type { Found } from './score-toponyms.js';
import type { Gold, ToponymCase } from './toponym-cases.js';

const gold = (start: number, lat: number | null = 50): Gold => ({
  start,
  end: start + 5,
  lat,
  lon: lat === null ? null : 10,
});
const found = (start: number, lat = 50, right: boolean | null = null): Found => ({
  start,
  end: start + 5,
  lat,
  lon: 10,
  right,
});
const item = (set: ToponymCase['set'], ...golds: Gold[]): ToponymCase => ({
  group: 'g',
  set,
  text: '',
  golds,
  truthOf: () => 'unknown',
});

describe('the score of toponyms', () => {
  it('counts names found within 161 km', () => {
    const score = scoreToponyms([
      {
        item: item('geo', gold(0), gold(10), gold(20)),
        found: [found(0), found(10, 60), found(30)],
      },
    ]);
    expect(score).toMatchObject({ precision: 0.333, recall: 0.333, accuracyOnFound: 0.5 });
  });

  it('passes over names whose place the set does not know', () => {
    const score = scoreToponyms([
      { item: item('geo', gold(0), gold(10, null)), found: [found(0), found(10)] },
    ]);
    expect(score).toMatchObject({ precision: 1, recall: 1, f1: 1 });
  });

  it('counts the towns of gva and the locations of muc4 apart', () => {
    const answers = [found(0, 50, true), found(9, 50, false), found(20)];
    expect(scoreToponyms([{ item: item('gva'), found: answers }]).town).toBe(0.5);
    expect(scoreToponyms([{ item: item('muc4'), found: answers }]).country).toBe(0.5);
  });
});
