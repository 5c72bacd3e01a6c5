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
  /** @param sum of the features that were added before */
  constructor(
    private readonly weights: Weights,
    public sum = 0,
  ) {}

  add(name: string, value = 1): void {
    this.sum += (this.weights[name] ?? 0) * value;
  }
}

/** Sums the weights of both looks: what a name and its readings are by themselves is the same for both. */
export class Scores implements Features {
  alone = 0;
  together = 0;

  constructor(private readonly model: ToponymModel) {}

  add(name: string, value = 1): void {
    this.alone += (this.model.alone[name] ?? 0) * value;
    this.together += (this.model.together[name] ?? 0) * value;
  }
}
