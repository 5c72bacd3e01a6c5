import { describe, expect, it } from '@jest/globals';
import { readData } from '../../lexicon/data.js';
import { evidenceOf } from '../../testing/tellings.js';
import { FIGURE_FEATURES, figureFeatures } from './figure-features.js';

const known = (kind: 'killed' | 'injured', value: number, ...text: [string, ...string[]]) => {
  const values = figureFeatures(evidenceOf(...text)[kind], value);
  return FIGURE_FEATURES.filter((_, i) => values[i]! > 0);
};

describe('what is known of a figure that may be meant', () => {
  it('tells what speaks for it', () => {
    expect(known('killed', 2, 'Two killed in shooting')).toEqual(
      expect.arrayContaining(['rule', 'title', 'highest', 'size']),
    );
  });

  it('tells how it stands to the rule’s', () => {
    const text: [string, string] = ['Two killed in shooting', 'Ann Lee, 30, was shot dead.'];
    expect(known('killed', 1, ...text)).toEqual(
      expect.arrayContaining(['one', 'below rule', 'below stated']),
    );
    expect(known('killed', 3, ...text)).toContain('above rule');
  });

  it('tells whether whoever must be dead is the one who was shot', () => {
    const charged = ['Three charged with murder', 'They shot a girl on Monday.'] as const;
    expect(known('killed', 1, ...charged)).toContain('one implied, one hurt');
    expect(known('killed', 1, 'Three charged with murder')).not.toContain('one implied, one hurt');
  });

  it('tells what stands against nobody', () => {
    expect(known('killed', 0, 'Two killed in shooting')).toEqual(
      expect.arrayContaining(['none', 'none by entries', 'none by early entries']),
    );
    expect(known('killed', 0, 'Police investigate murder')).toContain('none though implied');
    expect(known('injured', 0, 'Man shot dead', 'A woman was shot, too.')).toEqual(
      expect.arrayContaining(['none beside killed', 'none, only shot']),
    );
  });
});

describe('the fitted weights', () => {
  const file = readData<{
    set: string;
    seed: string;
    rules: Record<string, number>;
    crossValidated: Record<string, number>;
    weights: Record<'killed' | 'injured', Record<string, number>>;
  }>('figure-weights.json');

  it('have one weight for each feature', () => {
    expect(Object.keys(file.weights.killed)).toEqual([...FIGURE_FEATURES]);
    expect(Object.keys(file.weights.injured)).toEqual([...FIGURE_FEATURES]);
  });

  it('name set and seed, and choose better than the rule where they were not fitted', () => {
    expect(file.set).toMatch(/^gva/);
    expect(file.seed).toMatch(/^tocsin-/);
    expect(file.crossValidated.killedRight).toBeGreaterThan(file.rules.killedRight!);
    expect(file.crossValidated.injuredRight).toBeGreaterThan(file.rules.injuredRight!);
  });
});
