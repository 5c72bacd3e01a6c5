import { describe, expect, it } from '@jest/globals';
import { isHeldBy, isHolderOf } from './apposition.js';
import { tokenise } from './tokens.js';

/** Where a word stands, as a span of one. */
function spans(text: string, a: string, b: string) {
  const tokens = tokenise(text);
  const at = (word: string) => {
    const first = tokens.findIndex(({ text: own }) => own === word);
    return { first, last: first };
  };
  return { a: at(a), b: at(b), tokens };
}

describe('a place that is said to lie in another', () => {
  it.each([
    ['in Alma, a town in northeast Nigeria close to the border', 'Nigeria', true],
    ['in Alma, a small fishing village in the far north of Mali, police said', 'Mali', true],
    ['in Alma, capital of the northern Borno state', 'Borno', true],
    ['in Alma, Borno and elsewhere', 'Borno', false],
    ['in Alma, a man from Kenya was held', 'Kenya', false],
    ['in Alma, a town where troops of Kenya stay', 'Kenya', false],
    ['in Alma, a town. In Kenya, too', 'Kenya', false],
    ['in Alma, the town and the rest of it in all of southern Kenya', 'Kenya', false],
  ])('%s', (text, holder, expected) => {
    const { a, b, tokens } = spans(text, 'Alma', holder);
    expect(isHeldBy(a, b, tokens)).toBe(expected);
  });

  it.each([
    ['in the French town of Alma', 'French', true],
    ['the German port city Alma', 'German', true],
    ['in Kenya, the town of Alma', 'Kenya', false],
    ['in Kenya and the town of Alma', 'Kenya', false],
    ['police in Kenya said the town of Alma', 'Kenya', false],
    ['the French of Alma', 'French', false],
    ['the French consulate in the northern city of Alma', 'French', false],
    ['the French army in the very old and quite remote town of Alma', 'French', false],
  ])('%s', (text, holder, expected) => {
    const { a, b, tokens } = spans(text, holder, 'Alma');
    expect(isHolderOf(a, b, tokens)).toBe(expected);
  });
});
