import { describe, expect, it } from '@jest/globals';
import type { Statements } from '../blocks/page-facts.js';
import { factsOf } from '../testing/facts-of.js';
import { keepBlocks } from './keep-blocks.js';

/** Keeps paragraphs given with their probabilities. */
function kept(
  paragraphs: readonly (readonly [string, number])[],
  statements: Partial<Statements> = {},
): string[] {
  const facts = factsOf(paragraphs.map(([text]) => `<p>${text}</p>`).join(''), statements);
  const probabilities = Float64Array.from(paragraphs.map(([, probability]) => probability));
  return keepBlocks(facts, probabilities).map((at) => facts.blocks[at]?.text ?? '');
}
const long = 'The price of bread rose again on Monday, it is said.';

describe('the blocks that are kept', () => {
  it('are the likely ones, in order', () => {
    // prettier-ignore
    expect(kept([['a', 0.9], ['b', 0.1], ['c', 0.9]])).toEqual(['a', 'c']);
  });

  it('may be less likely where the article goes on around them than before and after it', () => {
    const doubt = 0.5;
    // prettier-ignore
    expect(kept([['a', doubt], ['b', 1], ['c', doubt], ['d', 1], ['e', doubt]])).toEqual(['b', 'c', 'd']);
  });

  it('are those near the best one where none is likely', () => {
    // prettier-ignore
    expect(kept([['a', 0.3], ['b', 0.25], ['c', 0.12]])).toEqual(['a', 'b']);
  });

  it('are none where no block is likely at all', () => {
    expect(kept([['a', 0.09], ['b', 0.01]])).toEqual([]); // prettier-ignore
  });

  it('are the sentences of a page of so little text that none is likely', () => {
    expect(kept([['Menu', 0.05], [long, 0.09], ['Home', 0]])).toEqual([long]); // prettier-ignore
  });

  it('are no captions and no machinery, however likely', () => {
    const facts = factsOf('<figure><figcaption>a</figcaption></figure><p>Advertisement<p>b');
    expect(keepBlocks(facts, Float64Array.of(1, 1, 0.4))).toEqual([2]);
  });

  it('do not repeat a text, but may repeat a short line', () => {
    expect(kept([[long, 1], ['No.', 1], [long, 1], ['No.', 1]])).toEqual([long, 'No.', 'No.']); // prettier-ignore
  });

  it('do not begin with the title, whatever its punctuation', () => {
    const title = 'Bread is dearer again';
    expect(kept([['“Bread” is dearer again!', 1], ['b', 1]], { title })).toEqual(['b']); // prettier-ignore
  });

  it('may say what the title says further down', () => {
    const title = 'Bread is dearer';
    const before = Array.from({ length: 6 }, (_, i) => [`line ${i}`, 1] as const);
    expect(kept([...before, [title, 1]], { title })).toHaveLength(7);
  });
});
