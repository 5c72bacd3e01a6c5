import type { Features, Weights } from '../weights.js';

/** Features of one thing: their indices and values. */
export interface Row {
  readonly index: Uint16Array;
  readonly value: Float64Array;
}

/** A choice among options, or none of them where that is allowed. */
export interface Choice {
  /** Features that all options have, and none has not. */
  readonly shared: Row;
  readonly options: readonly Row[];
  /** May none be right? */
  readonly none: boolean;
  /** Indices of the options that are right, their probabilities summed; empty when none is. */
  readonly right: readonly number[];
  readonly weight: number;
}

/** Numbers features by name and collects rows. */
export class FeatureTable {
  private readonly indices = new Map<string, number>();
  private readonly names: string[] = [];

  get size(): number {
    return this.names.length;
  }

  row(fill: (features: Features) => void): Row {
    const values = new Map<number, number>();
    fill({
      add: (name, value = 1) => {
        const index = this.indexOf(name);
        values.set(index, (values.get(index) ?? 0) + value);
      },
    });
    return { index: Uint16Array.from(values.keys()), value: Float64Array.from(values.values()) };
  }

  /** Weights by name, to three decimals; what is nearly nothing is left out. */
  named(weights: Float64Array): Weights {
    const rounded = this.names.map((name, i): [string, number] => [
      name,
      Math.round((weights[i] ?? 0) * 1000) / 1000,
    ]);
    return Object.fromEntries(
      rounded.filter(([, weight]) => Math.abs(weight) >= 0.02).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  private indexOf(name: string): number {
    const known = this.indices.get(name);
    if (known !== undefined) return known;
    this.indices.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

export interface FitOptions {
  /** How many features there are. */
  readonly size: number;
  /** Strength of the pull of every weight towards nothing, per choice. */
  readonly ridge: number;
  readonly rounds: number;
}

const RATE = 0.1;
const [MOMENTUM, SPREAD] = [0.9, 0.999];

/**
 * McFadden's conditional logit, fitted by Adam on all choices at once. There is no chance in it: same
 * choices, same weights.
 */
export function fitConditionalLogit(choices: readonly Choice[], options: FitOptions): Float64Array {
  const { size, ridge, rounds } = options;
  const weights = new Float64Array(size);
  const [mean, square] = [new Float64Array(size), new Float64Array(size)];
  const total = choices.reduce((sum, choice) => sum + choice.weight, 0);
  for (let round = 1; round <= rounds; round++) {
    const gradient = weights.map((weight) => ridge * weight);
    for (const choice of choices) addGradient(choice, weights, gradient, 1 / total);
    const rate = RATE * (round > rounds * 0.6 ? 0.2 : 1);
    for (let i = 0; i < size; i++) {
      const g = gradient[i] ?? 0;
      mean[i] = MOMENTUM * (mean[i] ?? 0) + (1 - MOMENTUM) * g;
      square[i] = SPREAD * (square[i] ?? 0) + (1 - SPREAD) * g * g;
      const step = (mean[i] ?? 0) / (1 - MOMENTUM ** round);
      const spread = Math.sqrt((square[i] ?? 0) / (1 - SPREAD ** round)) + 1e-8;
      weights[i] = (weights[i] ?? 0) - (rate * step) / spread;
    }
  }
  return weights;
}

/** Probability of each option; what is missing to 1 is none's. */
export function probabilities(
  { shared, options, none }: Pick<Choice, 'shared' | 'options' | 'none'>,
  weights: Float64Array,
): Float64Array {
  const base = dot(shared, weights);
  const scores = Float64Array.from(options, (row) => base + dot(row, weights));
  const top = scores.reduce((max, score) => Math.max(max, score), none ? 0 : -Infinity);
  let total = none ? Math.exp(-top) : 0;
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.exp((scores[i] ?? 0) - top);
    total += scores[i] ?? 0;
  }
  return scores.map((odds) => odds / total);
}

function dot({ index, value }: Row, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < index.length; i++) sum += (weights[index[i] ?? 0] ?? 0) * (value[i] ?? 0);
  return sum;
}

function addGradient(
  choice: Choice,
  weights: Float64Array,
  gradient: Float64Array,
  scale: number,
): void {
  const { options, right, shared, weight } = choice;
  const chances = probabilities(choice, weights);
  const good = right.reduce((sum, i) => sum + (chances[i] ?? 0), 0) + 1e-12;
  let all = 0;
  options.forEach((row, i) => {
    const chance = chances[i] ?? 0;
    const push = (chance - (right.includes(i) ? chance / good : 0)) * weight * scale;
    if (push === 0) return;
    all += push;
    addTo(gradient, row, push);
  });
  addTo(gradient, shared, all);
}

function addTo(gradient: Float64Array, { index, value }: Row, push: number): void {
  for (let i = 0; i < index.length; i++) {
    const at = index[i] ?? 0;
    gradient[at] = (gradient[at] ?? 0) + push * (value[i] ?? 0);
  }
}
