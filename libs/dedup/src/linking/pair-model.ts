import { readFileSync } from 'node:fs';

/** How likely two things belong together: a logistic regression over named features of the pair. */
export interface PairModel<Feature extends string> {
  readonly bias: number;
  /** Log-odds by the feature's unit. */
  readonly weights: Readonly<Partial<Record<Feature, number>>>;
}

/** The sum, and what it is made of. */
export interface Weighed<Feature extends string> {
  /** Log-odds. */
  readonly score: number;
  readonly features: Readonly<Partial<Record<Feature | 'bias', number>>>;
}

/** Weights that `npm run fit -w libs/dedup` wrote into the library's data; their manifest says on what. */
export function fittedModel<Feature extends string>(file: string): PairModel<Feature> {
  const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
  return JSON.parse(text) as PairModel<Feature>;
}

/** What each feature of a pair adds to the log-odds, and their sum. */
export function weigh<Feature extends string>(
  found: Readonly<Partial<Record<Feature, number>>>,
  { bias, weights }: PairModel<Feature>,
): Weighed<Feature> {
  const features: Partial<Record<Feature | 'bias', number>> = {};
  features.bias = bias;
  let score = bias;
  for (const name of Object.keys(found) as Feature[]) {
    const value = found[name] ?? 0;
    if (value === 0) continue;
    const odds = rounded(value * (weights[name] ?? 0));
    features[name] = odds;
    score += odds;
  }
  return { score: rounded(score), features };
}

/** So that the order of a sum's terms can't tip a decision. */
const rounded = (x: number): number => Math.round(x * 1e4) / 1e4;
