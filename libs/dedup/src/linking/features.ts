import type { Casualties, Victim, Where } from '@tocsin/contracts';
import { lastOf } from '../last-of.js';
import { cosine, nameKeys, sharedNames } from './keyword-likeness.js';
import type { ComparableMention, Told } from './linkable.js';
import { actorsShared, agesShared, namesShared, wordsShared } from './people-likeness.js';
import { isTownTold, kilometres, isTown, mayBeOnePlace } from './place-likeness.js';
import { RISING, ratioOf } from './toll-likeness.js';
import { typeLikeness } from './type-likeness.js';
import { gapDays, spanOf } from './when-span.js';

/** "Last night" is one day or the other; two days apart are two incidents unless the articles share names. */
export const MAX_GAP_DAYS = 2;

/**
 * What is compared of two mentions, each a number from about -1 to 4; the fitted weights turn them into
 * log-odds. All are symmetric.
 */
export const FEATURES = [
  'type',
  'day:next',
  'day:second',
  'day:week',
  'day:month',
  'day:later',
  'day:open',
  'day:vague',
  'published',
  'place:unknown',
  'place:same',
  'place:near',
  'place:around',
  'place:far',
  'place:told',
  'region:same',
  'region:other',
  'killed:known',
  'killed:same',
  'killed:gap',
  'injured:known',
  'injured:same',
  'injured:gap',
  'victims:shared',
  'victims:other',
  'ages:shared',
  'ages:other',
  'actors:shared',
  'summary',
  'words',
  'words:alike',
  'words:copied',
  'names:shared',
  'names:any',
  'names:later',
  'names:away',
] as const;
export type Feature = (typeof FEATURES)[number];

/**
 * Differences, with the least that each must speak against one incident (log-odds by the feature's unit; days against
 * the same day). A set of one kind of event in one country, most of whose towns it names once, can't teach what tells
 * two riots of a week apart. What is told months later is mostly of the old; what is told some days later is mostly new.
 */
export const DIFFERENCES: Readonly<Partial<Record<Feature, number>>> = {
  'day:week': -6.5,
  'day:month': -6,
  'day:later': -6,
  'day:open': -3,
  published: 0,
  'place:far': -2,
  'region:other': 0,
  'killed:gap': -0.8,
  'injured:gap': -0.5,
  'victims:other': -1,
  'ages:other': -0.5,
};

/** What made a link impossible before anything was weighed. */
export type Obstacle = 'type' | 'country' | 'day-or-place';

/** The features of a pair, or what rules it out. */
export function featuresOf(
  a: ComparableMention,
  b: ComparableMention,
): Readonly<Partial<Record<Feature, number>>> | Obstacle {
  const [here, there] = [a.mention, b.mention];
  const type = typeLikeness(here.what, there.what);
  if (type === null) return 'type';
  const countries = [here.where.countryIso3, there.where.countryIso3];
  // Where each names the other's town both tell of two incidents.
  const isTold = isTownTold(a, b) !== isTownTold(b, a);
  const abroad = !countries.includes(null) && countries[0] !== countries[1];
  if (abroad && !isTold && !shareNameKey(a, b)) return 'country';
  const [spanA, spanB] = [spanOf(a), spanOf(b)];
  const gap = gapDays(spanA, spanB);
  const onePlace = mayBeOnePlace(here.where, there.where) || isTold;
  if ((gap > MAX_GAP_DAYS || !onePlace) && !shareNameKey(a, b)) return 'day-or-place';

  const words = cosine(a.keywords, b.keywords);
  const names = Math.log1p(sharedNames(a.keywords, b.keywords));
  return {
    type,
    ...(gap > MAX_GAP_DAYS && isOpen(spanA.last > spanB.last ? here : there)
      ? { 'day:open': 1 }
      : dayFeature(gap)),
    'day:vague': isVague(a) || isVague(b) ? 1 : 0,
    published: Math.log1p(Math.abs(a.articleDay - b.articleDay)) / 3,
    ...placeFeatures(here.where, there.where),
    'place:told': isTold && !isOneTown(here.where, there.where) ? 1 : 0,
    ...tollFeatures(here.casualties, there.casualties),
    ...victimFeatures(here.victims, there.victims),
    'actors:shared': actorsShared(here.actors, there.actors) ? 1 : 0,
    summary: wordsShared(here, there),
    words,
    'words:alike': Math.max(0, words - 0.15),
    'words:copied': Math.max(0, words - 0.4),
    'names:shared': names,
    'names:any': names > 0 ? 1 : 0,
    'names:later': gap > MAX_GAP_DAYS ? names : 0,
    'names:away': onePlace ? 0 : names,
  };
}

/** Whether it says no more of its day than that it is over: of two, the later may be any day before. */
const isOpen = ({ when }: Told): boolean => when.start === null;

function shareNameKey(a: ComparableMention, b: ComparableMention): boolean {
  const keys = keysOf(a);
  return nameKeysOf(b).some((key) => keys.has(key));
}

const keysOf = lastOf((mention: ComparableMention) => new Set(nameKeysOf(mention)));

/** The name keys of a mention. */
export function nameKeysOf({ keywords, mention: { where } }: ComparableMention): string[] {
  const { countryIso3, admin1 } = where;
  return nameKeys(keywords, admin1 === null ? null : `${countryIso3 ?? '?'}/${admin1}`);
}

const isVague = ({ mention: { when } }: ComparableMention): boolean =>
  when.start === null || (when.datePrecision ?? 5) > 2;

/** Nothing for the same day: what the others say is how much less likely they are. */
function dayFeature(gap: number): Partial<Record<Feature, number>> {
  if (gap === 0) return {};
  if (gap === 1) return { 'day:next': 1 };
  if (gap === 2) return { 'day:second': 1 };
  return { [gap <= 7 ? 'day:week' : gap <= 31 ? 'day:month' : 'day:later']: 1 };
}

function placeFeatures(a: Where, b: Where): Partial<Record<Feature, number>> {
  const regions = a.admin1 !== null && b.admin1 !== null;
  const region: Feature = a.admin1 === b.admin1 ? 'region:same' : 'region:other';
  return { [townFeature(a, b)]: 1, ...(regions ? { [region]: 1 } : {}) };
}

const isOneTown = (a: Where, b: Where) => ['place:same', 'place:near'].includes(townFeature(a, b));

function townFeature(a: Where, b: Where): Feature {
  if (!isTown(a) || !isTown(b)) return 'place:unknown';
  if (a.geonameId !== null && a.geonameId === b.geonameId) return 'place:same';
  const distance = kilometres(a, b);
  if (distance < 2) return 'place:same';
  return distance < 15 ? 'place:near' : distance < 60 ? 'place:around' : 'place:far';
}

/** The same toll says the more the larger it is; tolls of more than three to one say so by their ratio. */
function tollFeatures(a: Casualties, b: Casualties): Partial<Record<Feature, number>> {
  const features: Partial<Record<Feature, number>> = {};
  for (const kind of ['killed', 'injured'] as const) {
    const [x, y] = [a[kind]?.best ?? null, b[kind]?.best ?? null];
    if (x === null || y === null) continue;
    features[`${kind}:known`] = 1;
    if (x === y) features[`${kind}:same`] = Math.min(4, Math.log1p(x));
    else features[`${kind}:gap`] = Math.min(3, Math.max(0, ratioOf(x, y) - RISING));
  }
  return features;
}

function victimFeatures(
  a: readonly Victim[],
  b: readonly Victim[],
): Partial<Record<Feature, number>> {
  const [names, ages] = [namesShared(a, b), agesShared(a, b)];
  return {
    ...(names === null ? {} : names ? { 'victims:shared': 1 } : { 'victims:other': 1 }),
    ...(ages === null ? {} : ages ? { 'ages:shared': 1 } : { 'ages:other': 1 }),
  };
}
