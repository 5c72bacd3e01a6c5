import { Context } from './context.js';
import type { Gazetteer } from './gazetteer.js';
import { nameFeatures, readingFeatures, sheetOf } from './readings.js';
import type { Origin, Sheet } from './readings.js';
import type { Name } from './recognise.js';
import { Score } from './weights.js';
import type { ToponymModel, Weights } from './weights.js';

/** The reading chosen for a name. */
export interface Resolution {
  readonly id: number;
  /** Probability that the name is a place and this one. */
  readonly belief: number;
  /** Probability that the name is a place at all. */
  readonly isPlace: number;
}

/**
 * Chooses a reading for every name, or none: a conditional logit over its readings and "no place",
 * first for each name alone, then with the countries, divisions and neighbours that the first look
 * gives the whole document.
 */
export function resolve(
  names: readonly Name[],
  gazetteer: Gazetteer,
  origin: Origin,
  model: ToponymModel,
): (Resolution | null)[] {
  const sheet = sheetOf(names, gazetteer, origin);
  const first = names.map((name) => believe(sheet, name, null, model.alone));
  const context = new Context(names, first, gazetteer);
  return names.map((name, i) =>
    choose(name, believe(sheet, name, context, model.together, first[i])),
  );
}

/** A reading so much less likely than the best at first is not looked at again: no context makes up for it. */
const HOPELESS = 1e-5;

/**
 * Probability of each reading; what is missing to 1 is that the name is no place.
 *
 * @param before what a first look gave, to pass over the hopeless
 */
export function believe(
  sheet: Sheet,
  name: Name,
  context: Context | null,
  weights: Weights,
  before: readonly number[] | null = null,
): number[] {
  const shared = new Score(weights);
  nameFeatures(sheet, name, shared);
  const hopeless = before ? HOPELESS * Math.max(...before) : -1;
  const odds = name.readings.map((reading, i) => {
    if ((before?.[i] ?? 0) < hopeless) return 0;
    const own = new Score(weights);
    readingFeatures(sheet, name, reading, context, own);
    return Math.exp(Math.min(30, shared.sum + own.sum));
  });
  const total = odds.reduce((sum, each) => sum + each, 1);
  return odds.map((each) => each / total);
}

function choose(name: Name, beliefs: readonly number[]): Resolution | null {
  let best = -1;
  beliefs.forEach((belief, i) => {
    if (best < 0 || belief > (beliefs[best] ?? 0)) best = i;
  });
  const reading = name.readings[best];
  if (!reading) return null;
  const isPlace = beliefs.reduce((sum, each) => sum + each, 0);
  return { id: reading.id, belief: beliefs[best] ?? 0, isPlace };
}
