import { describe, expect, it } from '@jest/globals';
import { reading } from '../../testing/readings.js';

const tolls = (text: string): [string, number | null | undefined][] =>
  reading(text).tolls.map((toll) => [toll.effect, toll.quantity?.best]);

describe('a place in a row', () => {
  it('says how many there are at least', () => {
    expect(tolls('The third victim has died.')).toContainEqual(['killed', 3]);
    expect(tolls('A fourth person was wounded by gunfire.')).toContainEqual(['hurt', 4]);
    const [toll] = reading('A fifth woman was wounded.').tolls.filter(({ stated }) => stated);
    expect(toll!.quantity).toMatchObject({ low: 5, best: 5, high: null });
  });

  it('says nothing of the first two, nor of other people', () => {
    const stated = (text: string) => reading(text).tolls.filter((toll) => toll.stated);
    expect(stated('The second man was wounded.')).toEqual([]);
    expect(stated('Their third son was wounded.')).toEqual([]);
  });
});

describe('victims that are counted', () => {
  it('were harmed, whatever became of them', () => {
    expect(tolls('Officers found four victims in a car.')).toEqual([['hurt', 4]]);
  });

  it('are counted once', () => {
    expect(tolls('Three victims were killed.')).toEqual([['killed', 3]]);
    expect(tolls('The victim was in a car.')).toEqual([]);
  });
});
