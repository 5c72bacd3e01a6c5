import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';
import { areOtherMeans, meansOf, roughMeansOf } from './means.js';

const framesOf = (text: string) => reading(text).frames;

describe('the means of what was done', () => {
  it('are what the words say', () => {
    expect([...meansOf(framesOf('A bombing killed two men.'))]).toEqual(['blast']);
    expect([...meansOf(framesOf('Police met the mayor.'))]).toEqual([]);
  });

  it('are others only where both are known', () => {
    const [bomb, gun, none] = [
      'A bombing killed two men on Monday.',
      'Gunmen shot two men on Monday.',
      'Two men died on Monday.',
    ].map((text) => meansOf(framesOf(text))) as [Set<string>, Set<string>, Set<string>];
    expect(areOtherMeans(bomb, gun)).toBe(true);
    expect(areOtherMeans(bomb, bomb)).toBe(false);
    expect(areOtherMeans(bomb, none)).toBe(false);
  });

  it('are rough ones of what happened, not of what may', () => {
    expect([...roughMeansOf(framesOf('Rebels bombed a bank.'))]).toEqual(['bomb']);
    expect([...roughMeansOf(framesOf('Rebels threatened to bomb a bank.'))]).toEqual([]);
  });
});
