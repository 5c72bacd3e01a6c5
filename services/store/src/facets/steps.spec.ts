import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchedStep, writtenSteps } from './steps.js';

describe('tokens of figures', () => {
  it('are the bounds that are reached', () => {
    expect(writtenSteps('k', 7)).toEqual(['k1', 'k2', 'k3', 'k5']);
    expect(writtenSteps('k', null)).toEqual([]);
  });

  it('narrow a search for at least a number, and nothing for 0', () => {
    expect(searchedStep('k', 7)).toBe('k5');
    expect(searchedStep('k', 0)).toBeUndefined();
  });

  it('never lose a figure that is large enough', () =>
    fc.assert(
      fc.property(fc.nat(3_000), fc.integer({ min: 1, max: 3_000 }), (figure, least) => {
        fc.pre(figure >= least);
        expect(writtenSteps('k', figure)).toContain(searchedStep('k', least));
      }),
    ));
});
