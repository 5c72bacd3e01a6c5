import { describe, expect, it } from '@jest/globals';
import { FeatureTable, fitConditionalLogit, probabilities } from './conditional-logit.js';
import type { Choice } from './conditional-logit.js';

const table = new FeatureTable();
const row = (...names: string[]) => table.row((to) => names.forEach((name) => to.add(name)));
const choice = (right: number[], ...options: string[]): Choice => ({
  shared: row('bias'),
  options: options.map((name) => row(name)),
  none: true,
  right,
  weight: 1,
});
const fit = (choices: Choice[], ridge = 1e-3) =>
  fitConditionalLogit(choices, { size: table.size, ridge, rounds: 200 });

describe('a conditional logit', () => {
  it('learns which feature makes an option right', () => {
    const weights = fit([choice([0], 'good', 'bad'), choice([1], 'bad', 'good')]);
    const [good, bad] = probabilities(choice([], 'good', 'bad'), weights);
    expect(good).toBeGreaterThan(0.9);
    expect(bad).toBeLessThan(0.1);
  });

  it('learns when none is right', () => {
    const weights = fit([choice([], 'bad'), choice([], 'bad'), choice([0], 'good')]);
    expect(probabilities(choice([], 'bad'), weights)[0]).toBeLessThan(0.2);
  });

  it('gives chances that sum to one where none may not be', () => {
    const chances = probabilities({ ...choice([], 'good', 'bad'), none: false }, fit([]));
    expect(chances[0]! + chances[1]!).toBeCloseTo(1);
  });

  it('is pulled to nothing by the ridge', () => {
    const choices = [choice([0], 'good', 'bad')];
    const largest = (ridge: number) => Math.max(...fit(choices, ridge).map(Math.abs));
    expect(largest(1)).toBeLessThan(largest(1e-4));
  });

  it('is the same for the same choices', () => {
    const choices = [choice([0], 'good', 'bad'), choice([], 'bad')];
    expect(fit(choices)).toEqual(fit(choices));
  });

  it('names its weights, rounded, without what is nearly nothing', () => {
    const weights = new Float64Array(table.size);
    const [index] = row('good').index;
    weights[index!] = 1.23456;
    expect(table.named(weights)).toEqual({ good: 1.235 });
  });
});
