import type { Casualties, Victim, Where } from '@tocsin/contracts';
import { cosine, nameKeys, sharedNames, shareNameKey } from './keyword-likeness.js';
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
  if (abroad && !isTold && !shareKey(a, b)) return 'country';
  const [spanA, spanB] = [spanOf(a), spanOf(b)];
  const gap = gapDays(spanA, spanB);
  const onePlace = mayBeOnePlace(here.where, there.where) || isTold;
  if ((gap > MAX_GAP_DAYS || !onePlace) && !shareKey(a, b)) return 'day-or-place';

  const words = cosine(a.keywords, b.keywords);
  const names = Math.log1p(sharedNames(a.keywords, b.keywords));
  const town = townFeature(here.where, there.where);
  // One object that grows: hundreds of pairs are compared for each mention.
  const found: Found = { type };
  const day = dayFeature(gap, isOpen(spanA.last > spanB.last ? here : there));
  if (day !== null) found[day] = 1;
  found['day:vague'] = isVague(a) || isVague(b) ? 1 : 0;
  found.published = Math.log1p(Math.abs(a.articleDay - b.articleDay)) / 3;
  found[town] = 1;
  if (here.where.admin1 !== null && there.where.admin1 !== null)
    found[here.where.admin1 === there.where.admin1 ? 'region:same' : 'region:other'] = 1;
  found['place:told'] = isTold && !ONE_TOWN.has(town) ? 1 : 0;
  addTolls(found, here.casualties, there.casualties);
  addVictims(found, here.victims, there.victims);
  found['actors:shared'] = actorsShared(here.actors, there.actors) ? 1 : 0;
  found.summary = wordsShared(here, there);
  found.words = words;
  found['words:alike'] = Math.max(0, words - 0.15);
  found['words:copied'] = Math.max(0, words - 0.4);
  found['names:shared'] = names;
  found['names:any'] = names > 0 ? 1 : 0;
  found['names:later'] = gap > MAX_GAP_DAYS ? names : 0;
  found['names:away'] = onePlace ? 0 : names;
  return found;
}

type Found = Partial<Record<Feature, number>>;

/** Whether it says no more of its day than that it is over: of two, the later may be any day before. */
const isOpen = ({ when }: Told): boolean => when.start === null;

const shareKey = (a: ComparableMention, b: ComparableMention): boolean => {
  const region = regionOf(a.mention.where);
  return shareNameKey(
    a.keywords,
    b.keywords,
    region !== null && region === regionOf(b.mention.where),
  );
};

/** The name keys of a mention. */
export const nameKeysOf = ({ keywords, mention: { where } }: ComparableMention): string[] =>
  nameKeys(keywords, regionOf(where));

const regionOf = ({ countryIso3, admin1 }: Where): string | null =>
  admin1 === null ? null : `${countryIso3 ?? '?'}/${admin1}`;

const isVague = ({ mention: { when } }: ComparableMention): boolean =>
  when.start === null || (when.datePrecision ?? 5) > 2;

/** Nothing for the same day: what the others say is how much less likely they are. */
function dayFeature(gap: number, isLaterOpen: boolean): Feature | null {
  if (gap > MAX_GAP_DAYS && isLaterOpen) return 'day:open';
  if (gap === 0) return null;
  if (gap === 1) return 'day:next';
  if (gap === 2) return 'day:second';
  return gap <= 7 ? 'day:week' : gap <= 31 ? 'day:month' : 'day:later';
}

const ONE_TOWN: ReadonlySet<Feature> = new Set<Feature>(['place:same', 'place:near']);

function townFeature(a: Where, b: Where): Feature {
  if (!isTown(a) || !isTown(b)) return 'place:unknown';
  if (a.geonameId !== null && a.geonameId === b.geonameId) return 'place:same';
  const distance = kilometres(a, b);
  if (distance < 2) return 'place:same';
  return distance < 15 ? 'place:near' : distance < 60 ? 'place:around' : 'place:far';
}

/** The same toll says the more the larger it is; tolls of more than three to one say so by their ratio. */
function addTolls(found: Found, a: Casualties, b: Casualties): void {
  for (const kind of ['killed', 'injured'] as const) {
    const [x, y] = [a[kind]?.best ?? null, b[kind]?.best ?? null];
    if (x === null || y === null) continue;
    found[`${kind}:known`] = 1;
    if (x === y) found[`${kind}:same`] = Math.min(4, Math.log1p(x));
    else found[`${kind}:gap`] = Math.min(3, Math.max(0, ratioOf(x, y) - RISING));
  }
}

function addVictims(found: Found, a: readonly Victim[], b: readonly Victim[]): void {
  const [names, ages] = [namesShared(a, b), agesShared(a, b)];
  if (names !== null) found[names ? 'victims:shared' : 'victims:other'] = 1;
  if (ages !== null) found[ages ? 'ages:shared' : 'ages:other'] = 1;
}
