/** What the fits have in common: folds and parts of a set from a hash, the fit, and pair scores of a clustering. */
import { createHash } from 'node:crypto';
import { fitLogit } from '../dist/tooling/binary-logit.js';

export const FOLDS = 5;
export const RIDGE = 1;

/** Which of so many parts something is in, by its name alone. */
export const partOf = (name, parts) => createHash('sha256').update(name).digest()[0] % parts;
const round = (x) => Math.round(x * 1000) / 1000;

/** The weights of features, those of `differences` no higher than these say, the others fitted beside them. */
export function fitModel(pairs, features, differences) {
  const most = features.map((name) => differences[name]);
  const fitted = fitLogit(pairs, RIDGE, most).map(round);
  const weights = features.map((name, at) => [name, fitted[at]]);
  return { bias: fitted.at(-1), weights: Object.fromEntries(weights) };
}

/** Precision, recall and F1 over pairs. @param clusters [found, told] per article */
export function pairScores(clusters) {
  const choose2 = (keys) =>
    [...Map.groupBy(keys, (key) => key).values()].reduce(
      (sum, { length }) => sum + (length * (length - 1)) / 2,
      0,
    );
  const [found, told, both] = [
    clusters.map(([cluster]) => cluster),
    clusters.map(([, truth]) => truth),
    clusters.map((pair) => pair.join(' ')),
  ].map(choose2);
  return {
    precision: round(both / found),
    recall: round(both / told),
    f1: round((2 * both) / (found + told)),
  };
}
