import { readFileSync } from 'node:fs';

/** What a feature weighs in each of the two looks. */
export interface Weight {
  /** In a first look at each name alone. */
  readonly alone: number;
  /** With what the first look says about the whole document. */
  readonly together: number;
}

/** Weights by feature; what is not in it weighs nothing. */
export type ToponymModel = ReadonlyMap<string, Weight>;

/** Weights of each look by feature, as tooling/fit-toponyms writes them to `data/toponym-weights.json`. */
export type ToponymFile = Readonly<Record<keyof Weight, Weights>>;
export type Weights = Readonly<Record<string, number>>;

/** Each feature is looked up once for both looks. */
export function modelOf({ alone, together }: ToponymFile): ToponymModel {
  const names = new Set([...Object.keys(alone), ...Object.keys(together)]);
  return new Map(
    [...names].map((name) => [name, { alone: alone[name] ?? 0, together: together[name] ?? 0 }]),
  );
}

export const toponymModel = (): ToponymModel =>
  modelOf(
    JSON.parse(
      readFileSync(new URL('../data/toponym-weights.json', import.meta.url), 'utf8'),
    ) as ToponymFile,
  );

/** Where features go: a sum of weights when a text is read, a row of a table when weights are fitted. */
export interface Features {
  add(name: string, value?: number): void;
}

/** Sums the weights that the features added have in the second look. */
export class Score implements Features {
  /** @param sum of the features that were added before */
  constructor(
    private readonly model: ToponymModel,
    public sum = 0,
  ) {}

  add(name: string, value = 1): void {
    this.sum += (this.model.get(name)?.together ?? 0) * value;
  }
}

/** Sums the weights of both looks: what a name and its readings are by themselves is the same for both. */
export class Scores implements Features {
  alone = 0;
  together = 0;

  constructor(private readonly model: ToponymModel) {}

  add(name: string, value = 1): void {
    const weight = this.model.get(name);
    if (!weight) return;
    this.alone += weight.alone * value;
    this.together += weight.together * value;
  }
}
