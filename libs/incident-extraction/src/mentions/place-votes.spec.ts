import { describe, expect, it } from '@jest/globals';
import { placed } from '../testing/placed.js';
import { bestStanding } from './place-votes.js';

describe('the places that may be a draft’s', () => {
  it('are those of the article, each with everywhere it is named', () => {
    const { candidates } = placed('A man was shot dead in Springfield. He lived in Shelbyville.', [
      'Springfield police said so.',
    ]);
    expect(candidates.map(({ place, standings }) => [place.name, standings.length])).toEqual([
      ['Springfield', 2],
      ['Shelbyville', 1],
    ]);
  });

  it('know their tokens and whether the draft tells them', () => {
    const { candidates } = placed('A man was shot dead in Springfield.', ['Kansas slept.']);
    const [own, other] = candidates.map(({ standings }) => standings[0]!);
    expect(own!.reading.sentence.tokens[own!.from]!.text).toBe('Springfield');
    expect(own!.to).toBe(own!.from + 1);
    expect([own!.piece === null, other!.piece === null]).toEqual([false, true]);
  });

  it('are quoted where the draft says to be, rather than first', () => {
    const { candidates } = placed('Springfield woke.', ['A man was shot dead in Springfield.']);
    const { reading } = bestStanding(candidates[0]!);
    expect(reading.sentence.index).toBe(1);
  });
});
