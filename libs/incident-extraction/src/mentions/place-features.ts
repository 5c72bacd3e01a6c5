import { WordSigns } from '../language/word-signs.js';
import type { Place, Toponym } from '@tocsin/geocoding';
import type { Draft } from './draft.js';
import { isSomewhere, isWhose } from './pieces.js';
import { datelineEnd, isShouted } from '../text/dateline.js';
import { directionOf, relationOf } from './place-relation.js';
import type { Candidate, Standing } from './place-votes.js';
import { WordList } from '../language/word-list.js';
import type { Token } from '../text/tokens.js';

/** Words with a mark before them: put together once, for they are few and come again with each place. */
function prefixed(prefix: string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let name = known.get(word);
    if (name === undefined) known.set(word, (name = prefix + word));
    return name;
  };
}
const KIND = prefixed('kind:');
const HOLDS = prefixed('holds:');
const FIRST = prefixed('first:');
const RELATION = prefixed('rel:');
const OWN = prefixed('own:');
const MARKED = { wire: prefixed('wire:'), world: prefixed('world:') } as const;

/** Takes a feature of a candidate place and its value. */
export type AddFeature = (name: string, value?: number) => void;

/** What the candidates of one draft have in common. */
export interface Field {
  readonly candidates: readonly Candidate[];
  /** Mentions of all of them. */
  readonly total: number;
  /** Mentions by country and by first-order division, keyed "KAZ" and "USA/Ohio". */
  readonly areas: ReadonlyMap<string, number>;
  readonly upperCase: boolean;
  /** Whether most of what is named lies in the United States, whose local news names a town by its police. */
  readonly american: boolean;
  /** The country that the draft's own sentence names, with or through a division; null if none. */
  readonly ownCountry: string | null;
  /** Whether a sentence of the draft says that it was in some town. */
  readonly placed: boolean;
  /** Places where other drafts say to be, and this one does not. */
  readonly elsewhere: ReadonlySet<Place>;
  /** Sentences that the draft is told in, in order. */
  readonly told: readonly number[];
  /** Shares of the peoples and governments that the article names, by country. */
  readonly peoples: ReadonlyMap<string, number>;
  /** The same of the draft's own sentences. */
  readonly ownPeoples: ReadonlyMap<string, number>;
}

/** @param all drafts of the article */
export function fieldOf(
  candidates: readonly Candidate[],
  draft: Draft,
  all: readonly Draft[],
  toponyms: readonly Toponym[],
  upperCase: boolean,
): Field {
  const areas = new Map<string, number>();
  let total = 0;
  for (const { place, standings } of candidates) {
    total += standings.length;
    for (const area of areasOf(place)) areas.set(area, (areas.get(area) ?? 0) + standings.length);
  }
  const own = placesOf(draft);
  const elsewhere = all.flatMap((other) => (other === draft ? [] : [...placesOf(other)]));
  return {
    candidates,
    total,
    areas,
    upperCase,
    american: (areas.get('USA') ?? 0) > total / 2,
    ownCountry: ownCountry(draft),
    placed: [...own].some(({ kind }) => kind === 'city'),
    elsewhere: new Set(elsewhere.filter((place) => !own.has(place))),
    told: draft.pieces.map(({ reading }) => reading.sentence.index),
    peoples: peoplesOfAll(toponyms),
    ownPeoples: peoplesOf(toponyms.filter((each) => isTold(draft, each))),
  };
}

/** So many more would have to be named before a share says much. */
const FEW = 2;

function peoplesOf(toponyms: readonly Toponym[]): Map<string, number> {
  const peoples = toponyms.filter(({ kind, place }) => kind !== 'locative' && place?.countryIso3);
  const shares = new Map<string, number>();
  for (const { place } of peoples) {
    const iso3 = place!.countryIso3!;
    shares.set(iso3, (shares.get(iso3) ?? 0) + 1 / (peoples.length + FEW));
  }
  return shares;
}

const allPeoples = new WeakMap<readonly Toponym[], ReadonlyMap<string, number>>();

/** By the names of an article: the same for all its drafts. */
function peoplesOfAll(toponyms: readonly Toponym[]): ReadonlyMap<string, number> {
  let shares = allPeoples.get(toponyms);
  if (!shares) allPeoples.set(toponyms, (shares = peoplesOf(toponyms)));
  return shares;
}

const isTold = ({ pieces }: Draft, { start, end }: Toponym): boolean =>
  pieces.some(({ reading: { sentence } }) => start >= sentence.start && end <= sentence.end);

/** Where a draft's sentences say to be. */
function placesOf({ pieces }: Draft): Set<Place> {
  const places = new Set<Place>();
  for (const { place, reading } of pieces) {
    if (place?.place && isSomewhere(reading, place)) places.add(place.place);
  }
  return places;
}

/**
 * The country that a draft's own sentence gives by its name or a division's: a report datelined abroad is
 * not of there. A town's country is too often the wrong one of two that share the name.
 */
function ownCountry(draft: Draft): string | null {
  for (const { place, reading } of draft.pieces) {
    const area = place && place.place!.kind !== 'city' ? place.place : null;
    if (place && area && isSomewhere(reading, place)) return area.countryIso3;
  }
  return null;
}

/** Behind these a town's name stands for its office: "Houston police". */
const OFFICE = new WordList(
  /^(?:police|pd|sheriff|sheriffs|sheriff's|fire|firefighters|officers?|detectives?|authorities|officials|county|city|coroner|department|deputies|mayor)$/,
);
/** "a Houston man", "Houston residents". */
const PEOPLE = new WordList(
  /^(?:man|men|woman|women|resident|residents|teen|teenager|boy|girl|couple|father|mother|native|family)$/,
);
/** "a Houston home": there it happened. */
const SITE = new WordList(
  /^(?:home|house|apartment|apartments|neighborhood|neighbourhood|park|club|nightclub|bar|store|street|area|shooting|homicide|murder|hotel|motel|church|school|mall|parking)$/,
);
/** What the words around a place tell, and the feature of each. */
const AROUND = new WordSigns([
  'hospital hospitals airlifted flown transported hospitalized medical trauma surgery',
  'court jail prison sentenced trial judge arraigned bail bond convicted charged custody fled extradited',
  'news times post tv channel herald tribune reporter fox nbc abc cbs cnn press',
  'originally formerly native born moved raised lived attended graduated',
]);
const AROUND_SIGNS = ['care', 'justice', 'media', 'former'] as const;
/** How far around, in tokens: before the name, and behind it. */
const [BEFORE, BEHIND] = [8, 5] as const;

/** Adds what tells whether any of the candidates is the draft's place. */
export function fieldFeatures(field: Field, add: AddFeature): void {
  add('some');
  if (field.placed) add('some:placed');
  if (field.upperCase) add('some:capitals');
  add('some:many', Math.log(Math.max(1, field.candidates.length)));
}

/** Adds the features of one candidate. */
export function placeFeatures(candidate: Candidate, field: Field, add: AddFeature): void {
  const { place, standings } = candidate;
  // Wire copy in capitals names countries and capitals otherwise, news from elsewhere than the United
  // States speaks of places otherwise: each has weights of its own beside those of all.
  const wire = besides(add, field.upperCase, 'wire');
  const world = besides(add, !field.american, 'world');
  wire(KIND(place.kind));
  if (place.kind === 'city') wire('size', Math.log10(place.population + 10) - 4);
  wire('count', Math.log(standings.length));
  wire('share', standings.length / field.total);
  wire('confidence', Math.max(...standings.map(({ toponym }) => toponym.confidence)));
  neighbours(candidate, field, wire);
  const { ownCountry } = field;
  if (ownCountry !== null && ownCountry !== place.countryIso3) add('abroad');
  const seen = new Set<string>();
  let datelined = true;
  for (const standing of standings) {
    const signs = signsAt(standing);
    for (const sign of signs) seen.add(sign);
    datelined &&= signs.includes('dateline');
  }
  for (const sign of seen) world(sign);
  if (datelined) add(field.placed ? 'dateline:only:placed' : 'dateline:only');
  // "MOSCOW -- Two men were killed in Russia": no foreign correspondent's.
  if (seen.has('dateline') && ownCountry === place.countryIso3) add('dateline:own');
  if (field.elsewhere.has(place)) add('elsewhere');
  if (field.placed && !seen.has('own:located')) add('unplaced');
  const near = Math.min(...standings.map((each) => distanceTo(field, each)));
  if (near > 0 && !seen.has('dateline')) add('apart', Math.log1p(near));
  peoples(place, field, seen.has('dateline'), add);
  const first = standings[0]!.reading.sentence.index;
  world(FIRST(first < 4 ? String(first) : first < 8 ? '4-7' : 'later'));
  if (first === firstOf(field)) add('foremost');
}

/**
 * Whose people and government the article speaks of: "Kazakh police" in a report datelined Moscow. American
 * local news does not say that its people are American.
 */
function peoples({ countryIso3 }: Place, field: Field, dateline: boolean, add: AddFeature): void {
  if (field.american) return;
  const share = field.peoples.get(countryIso3 ?? '') ?? 0;
  add('peoples', share);
  if (field.peoples.size > 0 && share === 0) add('peoples:none');
  if (dateline) add('dateline:peoples', share);
  const own = field.ownPeoples.get(countryIso3 ?? '') ?? 0;
  add('peoples:own', own);
  if (field.ownPeoples.size > 0 && own === 0) add('peoples:own:none');
}

/** Sentences between a mention of a place and the nearest that tells the draft. */
function distanceTo({ told }: Field, { reading }: Standing): number {
  const { index } = reading.sentence;
  return told.reduce((least, each) => Math.min(least, Math.abs(each - index)), Infinity);
}

/** Adds a feature, and again by another name where that holds. */
function besides(add: AddFeature, holds: boolean, mark: keyof typeof MARKED): AddFeature {
  if (!holds) return add;
  const marked = MARKED[mark];
  return (name, value) => {
    add(name, value);
    add(marked(name), value);
  };
}

const firstOf = ({ candidates }: Field): number =>
  candidates[0]?.standings[0]?.reading.sentence.index ?? 0;

/** How much of what the article names lies in the same state and country, or in the place itself. */
function neighbours({ place, standings }: Candidate, field: Field, add: AddFeature): void {
  const rest = Math.max(1, field.total - standings.length);
  const [country, division] = areasOf(place);
  const others = (area: string | undefined): number =>
    area === undefined ? 0 : ((field.areas.get(area) ?? 0) - standings.length) / rest;
  add('country', others(country));
  add('division', others(division));
  if (field.total === standings.length) add('only');
  if (place.kind === 'city') return;
  const inside = field.candidates.some(({ place: other }) => isInside(other, place));
  if (inside) add(HOLDS(place.kind));
}

function isInside(inner: Place, outer: Place): boolean {
  if (inner.kind !== 'city' && !(inner.kind === 'admin2' && outer.kind !== 'admin2')) return false;
  if (inner.countryIso3 !== outer.countryIso3) return false;
  if (outer.kind === 'country') return true;
  return (
    inner.admin1 === outer.admin1 && (outer.kind === 'admin1' || inner.admin2 === outer.admin2)
  );
}

const areas = new WeakMap<Place, readonly string[]>();

/** The country of a place and its first-order division, keyed as `Field.areas` is. */
function areasOf(place: Place): readonly string[] {
  const found = areas.get(place);
  if (found) return found;
  const { countryIso3, admin1 } = place;
  const own = countryIso3 === null ? [] : [countryIso3];
  if (countryIso3 !== null && admin1 !== null) own.push(`${countryIso3}/${admin1}`);
  areas.set(place, own);
  return own;
}

/** The signs of mentions that no piece tells: the same for all drafts. */
const known = new WeakMap<Standing, readonly string[]>();

function signsAt(standing: Standing): readonly string[] {
  if (standing.piece) return signsOf(standing);
  let signs = known.get(standing);
  if (!signs) known.set(standing, (signs = signsOf(standing)));
  return signs;
}

/** What the words around one mention of a place say. */
function signsOf(standing: Standing): string[] {
  const signs: string[] = [];
  const { toponym, reading, from, to, piece } = standing;
  const { tokens, part, index } = reading.sentence;
  const next = tokens[to]?.low ?? '';
  const before = tokens[from - 1]?.low ?? '';
  const whose = isWhose(reading, toponym, to);
  const direction = whose ? null : directionOf(tokens, from);
  const located = direction === 'where';
  if (part === 'title' && !isBanner(tokens, from)) signs.push('title');
  const dateline = isDateline(standing);
  const relation = dateline ? null : whose ? 'whose' : relationOf(standing);
  if (relation) signs.push(RELATION(relation));
  if (piece) {
    signs.push(located ? 'told:located' : 'told');
    if (piece.place === toponym) signs.push(located ? 'own:located' : OWN(direction ?? 'bare'));
    if (piece.frames.length > 0 && index < 6) signs.push(index < 3 ? 'lead' : 'lead:late');
  } else if (located) signs.push(index < 4 ? 'located:early' : 'located');
  if (before === 'in' && !whose) signs.push(piece ? 'told:in' : 'in');
  if (dateline) signs.push('dateline');
  if (isOffice(standing)) signs.push(index < 4 ? 'office:early' : 'office');
  if (PEOPLE.test(next)) signs.push('people');
  if (SITE.test(next)) signs.push('site');
  if (direction && !located) signs.push(direction);
  const around = AROUND.within(tokens, from - BEFORE, to + BEHIND);
  for (const [bit, sign] of AROUND_SIGNS.entries()) if (around & (1 << bit)) signs.push(sign);
  return signs;
}

/** "Boy shot - News 7 Springfield": what a site's own name has behind the title. */
function isBanner(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at > 0; at--) if (BAR.test(tokens[at]!.text)) return true;
  return false;
}
const BAR = /^[-–—|:]$/;

/** "Houston police": the town's own. */
export const isOffice = ({ reading, to }: Standing): boolean =>
  OFFICE.test(reading.sentence.tokens[to]?.low ?? '');

/** "BEECH GROVE, Ind. --": before the dash or in capitals at the beginning of a paragraph. */
export function isDateline({ toponym, reading, from }: Standing): boolean {
  const { words, start } = toponym;
  const { tokens, part } = reading.sentence;
  if (part !== 'body' || start - reading.sentence.start >= 40) return false;
  if (from < datelineEnd(tokens)) return true;
  return (
    isShouted(words) && start - reading.sentence.start < 20 && !isShouted(tokens.at(-2)?.text ?? '')
  );
}
