import { describe, expect, it } from '@jest/globals';
import type { Claim } from '@tocsin/contracts';
import fc from 'fast-check';
import { casualtiesOf, mentionOf, tellingOf } from '../testing/mentions.js';
import { canonicalise } from './canonicalise.js';
import { currentFigures } from './current-figures.js';

type Class = Claim['attribution'][number]['class'];
let articles = 0;

/** An article that gives this toll at this hour, by the word of this kind of source. */
const toll = (killed: number, hour: number, from: Class = 'police') => {
  const claims = mentionOf().claims.map((claim) => ({
    ...claim,
    attribution: [{ name: null, class: from }],
  }));
  articles += 1;
  return tellingOf(`t${articles}`, { casualties: casualtiesOf(killed), claims }, { hour });
};
const best = (...tellings: ReturnType<typeof toll>[]) =>
  currentFigures(tellings, 'killed').map(({ value }) => value.best);

describe('the newest toll of the firmest source', () => {
  it('is 3, then 7, then 6', () => {
    const told = [toll(3, 1), toll(7, 4, 'hospital'), toll(6, 9)];
    expect(best(...told.slice(0, 1))[0]).toBe(3);
    expect(best(...told.slice(0, 2))[0]).toBe(7);
    expect(best(...told)).toEqual([6, 7, 3]);
  });

  it('is not what a witness says, earlier or later', () => {
    expect(best(toll(6, 5), toll(20, 9, 'witness'), toll(40, 1, 'anonymous'))[0]).toBe(6);
  });

  it('is not what an article repeats that has not heard of it', () => {
    expect(best(toll(3, 1), toll(7, 4), toll(3, 5))[0]).toBe(7);
  });

  it('is not one slip against many who go on giving another', () => {
    expect(best(toll(3, 1), toll(30, 4), toll(3, 5), toll(3, 6))[0]).toBe(3);
  });

  it('overtakes what as firm a source said a day before, not what a firmer one did', () => {
    expect(best(toll(3, 0), toll(9, 30))).toEqual([9]);
    expect(best(toll(3, 0), toll(9, 30, 'anonymous'))).toEqual([3, 9]);
  });
});

it('tolls that differ stand side by side, with the span of all', () => {
  const { casualties, conflicts } = canonicalise([toll(3, 1), toll(7, 4), toll(6, 9)]);
  expect(casualties.killed).toMatchObject({ low: 3, best: 6, high: 7 });
  expect(conflicts).toMatchObject([{ field: 'casualties.killed', claims: [{}, {}, {}] }]);
});

it('the order of the tellings does not matter', () => {
  const told = [toll(3, 1), toll(7, 4, 'hospital'), toll(6, 9), toll(7, 9, 'media'), toll(3, 2)];
  const expected = best(...told);
  fc.assert(
    fc.property(fc.shuffledSubarray(told, { minLength: told.length }), (shuffled) => {
      const { casualties } = canonicalise(shuffled);
      expect(casualties.killed?.best).toBe(expected[0]);
    }),
  );
});
