import { Context } from './context.js';
import type { Gazetteer } from './gazetteer.js';
import { contextFeatures, nameFeatures, readingFeatures, sheetOf } from './readings.js';
import type { Origin, Sheet } from './readings.js';
import type { Name } from './recognise.js';
import { Score, Scores } from './weights.js';
import type { ToponymModel } from './weights.js';

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
  const looks = names.map((name) => lookAt(sheet, name, model));
  const first = looks.map(({ shared, own }) =>
    shares(own.map(({ alone }) => oddsOf(shared.alone + alone))),
  );
  const context = new Context(names, first, gazetteer);
  const resolutions = names.map((name, i) => {
    const { shared, own } = looks[i]!;
    const before = first[i]!;
    const hopeless = HOPELESS * Math.max(...before);
    const odds = name.readings.map((reading, j) => {
      if (before[j]! < hopeless) return 0;
      const score = new Score(model, own[j]!.together);
      contextFeatures(sheet, name, reading, context, score);
      return oddsOf(shared.together + score.sum);
    });
    return choose(name, shares(odds), gazetteer);
  });
  return asToldElsewhere(names, resolutions, gazetteer);
}

/** A name that is believed by less may as well be its namesake's in another country. */
const DOUBTFUL = 0.5;

/**
 * "Córdoba Department … in Córdoba": a doubtful name is in the country of the division that the text names by the same
 * words, where one of its readings is.
 */
function asToldElsewhere(
  names: readonly Name[],
  resolutions: readonly (Resolution | null)[],
  gazetteer: Gazetteer,
): (Resolution | null)[] {
  const told = new Map<string, Resolution>();
  names.forEach(({ root, division }, i) => {
    const resolution = resolutions[i];
    if (division !== '' && resolution && resolution.belief >= DOUBTFUL) told.set(root, resolution);
  });
  if (told.size === 0) return [...resolutions];
  return resolutions.map((resolution, i) => {
    const { root, division, readings } = names[i]!;
    const known = told.get(root);
    if (!resolution || !known || division !== '' || resolution.belief >= DOUBTFUL)
      return resolution;
    const country = gazetteer.country(known.id);
    if (gazetteer.country(resolution.id) === country) return resolution;
    const same =
      readings.find(({ id }) => id === known.id) ??
      readings.find(({ id }) => gazetteer.country(id) === country);
    return same ? { ...resolution, id: same.id, belief: known.belief } : resolution;
  });
}

/** A reading so much less likely than the best at first is not looked at again: no context makes up for it. */
const HOPELESS = 1e-5;

/** What a name and its readings weigh by themselves. */
interface Look {
  readonly shared: Scores;
  readonly own: readonly Scores[];
}

function lookAt(sheet: Sheet, name: Name, model: ToponymModel): Look {
  const shared = new Scores(model);
  nameFeatures(sheet, name, shared);
  const own = name.readings.map((reading) => {
    const scores = new Scores(model);
    readingFeatures(sheet, name, reading, null, scores);
    return scores;
  });
  return { shared, own };
}

/** Beyond it probabilities differ no more. */
const MOST = 30;
const oddsOf = (score: number): number => Math.exp(Math.min(MOST, score));

/** Probability of each reading by its odds; what is missing to 1 is that the name is no place. */
function shares(odds: readonly number[]): number[] {
  const total = odds.reduce((sum, each) => sum + each, 1);
  return odds.map((each) => each / total);
}

function choose(name: Name, beliefs: readonly number[], gazetteer: Gazetteer): Resolution | null {
  let best = -1;
  beliefs.forEach((belief, i) => {
    if (best < 0 || belief > (beliefs[best] ?? 0)) best = i;
  });
  const reading = name.readings[best];
  if (!reading) return null;
  const isPlace = beliefs.reduce((sum, each) => sum + each, 0);
  const belief = beliefs[best] ?? 0;
  const seat = seatOf(name, reading.id, gazetteer);
  if (seat < 0) return { id: reading.id, belief, isPlace };
  return { id: name.readings[seat]!.id, belief: belief + (beliefs[seat] ?? 0), isPlace };
}

/** A district that is called like a town of it is the town, unless the text says that it is a district; -1 if there is none. */
function seatOf({ readings, division, signals }: Name, id: number, gazetteer: Gazetteer): number {
  const isDistrict = division !== '' || signals.includes('after:divisionOf');
  if (isDistrict || gazetteer.kind(id) !== 'admin2') return -1;
  const county = gazetteer.admin2(id);
  return readings.findIndex(
    (other) => gazetteer.kind(other.id) === 'city' && gazetteer.admin2(other.id) === county,
  );
}
