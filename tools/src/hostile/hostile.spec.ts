import { describe, expect, it } from '@jest/globals';
import { allBoundaries } from './boundaries/index.js';
import { savedInputs } from './corpus.js';
import { tryInputs } from './try-inputs.js';

const boundaries = allBoundaries();
/** Of CPU, as for a page in the extractor. */
const LIMIT_MS = 2_000;
/** Of each boundary beside the saved ones: some seconds in all. */
const INPUTS = 120;

describe.each(boundaries.map((boundary) => [boundary.name, boundary] as const))(
  'whatever is written, the boundary "%s"',
  (name, boundary) => {
    const seeds = savedInputs(name);
    // A new seed every day would find more and could not be repeated: npm run hostile does that.
    const tally = tryInputs(boundary, { seeds, inputs: INPUTS, seed: 8, limitMs: LIMIT_MS });

    it('takes or refuses it by a code, in time, and keeps its promises', () => {
      expect(tally.defects.map(({ what, hash }) => `${what} (${hash})`)).toEqual([]);
      expect(tally.inputs).toBe(seeds.length + INPUTS);
    });

    it('is tried with what it takes, and with what it refuses where it refuses anything', () => {
      const outcomes = [...tally.outcomes.keys()];
      expect(outcomes.some((outcome) => !boundary.codes.includes(outcome))).toBe(true);
      const refused = outcomes.filter((outcome) => boundary.codes.includes(outcome));
      expect(refused.length > 0).toBe(boundary.codes.length > 0);
    });
  },
);
