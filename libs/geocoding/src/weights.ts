import { readFileSync } from 'node:fs';

/** Weight by feature; what is not in it weighs nothing. */
export type Weights = Readonly<Record<string, number>>;

/** `data/toponym-weights.json`, as tooling/fit-toponyms writes it. */
export interface ToponymModel {
  /** For a first look at each name alone. */
  readonly alone: Weights;
  /** With what the first look says about the whole document. */
  readonly together: Weights;
}

export const toponymModel = (): ToponymModel =>
  JSON.parse(
    readFileSync(new URL('../data/toponym-weights.json', import.meta.url), 'utf8'),
  ) as ToponymModel;

/** Where features go: a sum of weights when a text is read, a row of a table when weights are fitted. */
export interface Features {
  add(name: string, value?: number): void;
}

/** Sums the weights of the features added. */
export class Score implements Features {
  sum = 0;

  constructor(private readonly weights: Weights) {}

  add(name: string, value = 1): void {
    this.sum += (this.weights[name] ?? 0) * value;
  }
}
