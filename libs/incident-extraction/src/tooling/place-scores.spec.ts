import { describe, expect, it } from '@jest/globals';
import type { Place } from '@tocsin/geocoding';
import type { PlaceLevel } from '../mentions/place-decision.js';
import { accuracy, type Answered } from './place-scores.js';

const city = (name: string, admin1: string): Place => ({
  name,
  kind: 'city',
  admin1,
  admin2: null,
  countryIso3: 'AFG',
  latitude: null,
  longitude: null,
  geonameId: null,
  population: 0,
});
const candidates = [city('Right', 'Balkh'), city('Coarse', 'Balkh'), city('Wrong', 'Kunduz')].map(
  (place) => ({ place, standings: [] }),
);
const row = { index: new Uint16Array(), value: new Float64Array() };
const example = {
  shared: row,
  options: candidates.map(() => row),
  none: true,
  right: [0],
  weight: 1,
  set: 's',
  id: 'i',
  fold: 0,
  candidates,
  levels: [3, 2, 0],
};
const answer = (at: number | null, level: PlaceLevel = 'place'): Answered => ({
  example,
  chances: [0.5, 0.3, 0.2],
  decision: at === null ? null : { candidate: candidates[at]!, level },
});

describe('the score of decisions', () => {
  it('tells right from coarse, wrong and none', () => {
    const answers = [answer(0), answer(0, 'near'), answer(1), answer(2), answer(null)];
    expect(accuracy(answers)).toEqual({
      drafts: 5,
      likeliestOfNamed: 1,
      right: 0.4,
      coarse: 0.2,
      wrong: 0.2,
      none: 0.2,
    });
  });

  it('takes a division or a country that holds the place for coarse', () => {
    expect(accuracy([answer(1, 'admin1'), answer(2, 'country')]).coarse).toBe(1);
    expect(accuracy([answer(2, 'admin1')]).wrong).toBe(1);
  });
});
