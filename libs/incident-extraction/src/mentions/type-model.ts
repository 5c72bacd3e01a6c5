import { readData } from '../lexicon/data.js';
import type { Outcome } from './type-rules.js';

/** Weights of a multinomial logistic model, as its fitting script writes them. */
export interface TypeModel {
  /** The sets that it was fitted on, the seed, the scores by cross-validation. */
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly outcomes: readonly Outcome[];
  /** By feature: outcome position and weight in hundredths, alternating. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** The outcomes' probabilities; features that the model does not know count nothing. */
export function outcomeProbabilities(
  features: readonly string[],
  { outcomes, weights }: TypeModel = typeModel,
): ReadonlyMap<Outcome, number> {
  const scores = new Array<number>(outcomes.length).fill(0);
  for (const feature of ['bias', ...features]) {
    const pairs = weights[feature];
    if (!pairs) continue;
    for (let i = 0; i < pairs.length; i += 2) scores[pairs[i]!]! += pairs[i + 1]! / 100;
  }
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return new Map(outcomes.map((outcome, i) => [outcome, powers[i]! / sum]));
}

/** The model that ships with the library. */
export const typeModel: TypeModel = readData<TypeModel>('type-model.json');
