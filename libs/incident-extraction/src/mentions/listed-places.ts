import type { CasualtyKind } from '@tocsin/contracts';
import type { Place, Toponym } from '@tocsin/geocoding';
import { exactly } from '../numbers/counts.js';
import { fieldOf, type Toll } from '../reading/casualties.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Draft, Piece } from './draft.js';
import { kmApart, located, placesFit, SUBURB_KM } from './places-fit.js';
import type { ClassPiece } from './pieces.js';
import { directionOf } from './place-relation.js';

/** One of the places of a list, with what of its sentence is told of it. */
export interface Listed {
  readonly toponym: Toponym;
  readonly piece: ClassPiece;
}

/** Attacks and fights: of the others one can be in several towns, or is told of a whole country. */
const SEVERAL: ReadonlySet<string> = new Set(['force', 'battle']);

/**
 * A piece for each of the places that one sentence tells several events of: "bombs exploded in A and B", "the embassy
 * bombings in A, X, and B, Y, killed 80", "killed 7 people in A and 3 in B". A number that is given for all of them is
 * marked as shared. Empty where it tells of one place only.
 */
export function listedPlaces(piece: ClassPiece, toponyms: readonly Toponym[]): Listed[] {
  const { reading, frames, eventClass } = piece;
  if (!SEVERAL.has(eventClass) || frames.length === 0) return [];
  const { start, end, part } = reading.sentence;
  if (part === 'title') return [];
  const inside = toponyms.filter(
    (each) => each.start >= start && each.end <= end && each.kind === 'locative' && each.place,
  );
  if (inside.length < 2) return [];
  const list = listIn(reading, inside);
  if (list.length < 2) return [];
  const counts = list.slice(1).map(({ count }) => count);
  if (counts.every((count) => count !== null)) return counted(piece, list);
  if (!isOfSeveral(piece, list[0]!.from)) return [];
  return list.map(({ toponym }) => ({
    toponym,
    piece: { ...piece, place: toponym, shared: piece.tolls.length > 0 },
  }));
}

interface Entry {
  readonly toponym: Toponym;
  /** Tokens of the name. */
  readonly from: number;
  readonly to: number;
  /** The number before it, where each place has one of its own. */
  readonly count: number | null;
}

/** The first run of places of a kind that "and" joins, each in another part of the country or world. */
function listIn(reading: SentenceReading, inside: readonly Toponym[]): Entry[] {
  const { tokens } = reading.sentence;
  const spans = inside.map((toponym) => {
    const from = tokens.findIndex(({ end }) => end > toponym.start);
    const behind = tokens.findIndex(({ start }) => start >= toponym.end);
    return { toponym, from, to: behind < 0 ? tokens.length : behind };
  });
  for (let i = 0; i + 1 < spans.length; i++) {
    const first = spans[i]!;
    if (directionOf(tokens, first.from) !== 'where') continue;
    const list: Entry[] = [{ ...first, count: null }];
    let joined = false;
    let { to } = first;
    for (const next of spans.slice(i + 1)) {
      const last = list.at(-1)!;
      // "Nairobi, Kenya": the second says where the first is.
      if (next.from === to + 1 && tokens[to]?.low === ',' && holds(next.toponym, last.toponym)) {
        ({ to } = next);
        continue;
      }
      const link = linkBetween(reading, to, next.from);
      if (!link || !list.every(({ toponym }) => isApart(toponym.place!, next.toponym.place!)))
        break;
      list.push({ ...next, count: link.count });
      joined ||= link.and;
      ({ to } = next);
      if (link.and) break;
    }
    if (joined && list.length > 1) return list;
  }
  return [];
}

const holds = (outer: Toponym, inner: Toponym): boolean =>
  outer.place!.kind !== 'city' && outer.place!.countryIso3 === inner.place!.countryIso3;

function isApart(a: Place, b: Place): boolean {
  if (a.kind !== b.kind || a.name === b.name) return false;
  if (a.kind === 'country') return a.countryIso3 !== b.countryIso3;
  return (kmApart(a, b) ?? 0) >= SUBURB_KM;
}

/** What stands between two places of a list: "and", ",", "and in", "and 3 others in"; null where they are no list. */
function linkBetween(
  { sentence: { tokens }, numbers }: SentenceReading,
  from: number,
  to: number,
): { and: boolean; count: number | null } | null {
  let and = false;
  let count: number | null = null;
  if (to - from > LONGEST_LINK) return null;
  for (let at = from; at < to; at++) {
    const { low } = tokens[at]!;
    const number = numbers.find((each) => each.from === at);
    if (number && and && number.best !== null) {
      count = number.best;
      at = number.to - 1;
    } else if (low === 'and' || low === '&') and = true;
    else if (!LINK.test(low) && !(count !== null && COUNTED.test(low))) return null;
  }
  return { and, count };
}

/** Most tokens between two places of a list. */
const LONGEST_LINK = 6;
const LINK = /^(?:,|in|at|near|the|city|town|capital|of)$/;
const COUNTED = /^(?:others?|more|people|persons|dead|deaths|killed)$/;

const PLURAL = /[^s]s$/;

/** Whether more than one event is told: its word, what blew up or what was hit is plural. */
function isOfSeveral({ reading, frames }: Piece, before: number): boolean {
  const { tokens } = reading.sentence;
  const told = frames.filter(({ realis }) => realis === 'actual');
  if (
    told.some(
      ({ trigger, from, to }) =>
        trigger.form === 'noun' && from < before && PLURAL.test(tokens[to - 1]!.low),
    )
  )
    return true;
  return reading.syntax.clauses.some(({ verb, subject, object }) => {
    if (!told.some(({ from }) => from >= verb.from && from < verb.to)) return false;
    return [subject, object].some(
      (phrase) =>
        phrase !== null &&
        phrase.to <= before &&
        PLURAL.test(tokens[phrase.head]!.low) &&
        !reading.people.some(({ from, to }) => phrase.head >= from && phrase.head < to),
    );
  });
}

/** "killed 7 people in A and 3 in B": each place with its own number. */
function counted(piece: ClassPiece, list: readonly Entry[]): Listed[] {
  const { tolls } = piece;
  const first = tolls.filter((toll) => toll.from < list[0]!.from);
  return list.map(({ toponym, from, to, count }, i) => {
    const begin = i === 0 ? 0 : list[i - 1]!.to;
    const own = tolls.filter((toll) => toll.from >= begin && toll.from < from);
    const told = own.length > 0 ? own : first.slice(-1).map((toll) => ofCount(toll, count, to));
    return { toponym, piece: { ...piece, tolls: told, place: toponym } };
  });
}

/** The harm that is told of the first place, of so many others. */
const ofCount = (toll: Toll, count: number | null, to: number): Toll => ({
  ...toll,
  quantity: count === null ? null : exactly(count),
  stated: count !== null,
  people: [],
  to: Math.max(toll.to, to),
});

/**
 * Puts what one sentence tells of several places into a draft for each: those of the list that are known, the one that
 * told of them together so far, which each place gets a part of, and new ones.
 *
 * @param compatible the draft that the sentence would belong to if it told of one place
 */
export function spread(
  drafts: Draft[],
  compatible: Draft | undefined,
  listed: readonly Listed[],
  background: boolean,
): Draft[] {
  const known = compatible && isOfList(compatible, listed) ? compatible : undefined;
  const group = known?.listed?.group ?? {};
  // What was told before the list was told of all.
  const before = known && !known.listed ? known.pieces.map(asShared) : [];
  const homes: Draft[] = [];
  for (const { toponym, piece } of listed) {
    const place = toponym.place!;
    const own = drafts.find(
      (draft) => draft.listed?.group === group && placesFit(draft.listed.place, place),
    );
    if (own) own.pieces.push(piece);
    homes.push(own ?? open(place, piece));
  }
  return homes;

  function open(place: Place, piece: ClassPiece): Draft {
    const listed = { group, place };
    if (known && !known.listed) {
      known.pieces.splice(0, Infinity, ...before, piece);
      return Object.assign(known, { listed });
    }
    const pieces = [...before, piece];
    const draft = { eventClass: known?.eventClass ?? piece.eventClass, pieces, background, listed };
    drafts.push(draft);
    return draft;
  }
}

/** Whether a draft is said to be nowhere else than in the places of a list. */
const isOfList = (draft: Draft, listed: readonly Listed[]): boolean =>
  draft.listed !== undefined ||
  draft.pieces.every((piece) => {
    const place = located(piece);
    return !place || listed.some(({ toponym }) => placesFit(toponym.place!, place));
  });

const asShared = (piece: Piece): Piece =>
  piece.tolls.length > 0 ? { ...piece, shared: true } : piece;

/**
 * The drafts that a sentence without a list goes into: of several places' it is told of the one that was told of last
 * by itself, else of all that it fits.
 */
export function sharing(
  drafts: readonly Draft[],
  known: Draft,
  latest: Draft | null,
  fits: (draft: Draft) => boolean,
): readonly Draft[] {
  const group = known.listed?.group;
  if (!group) return [known];
  const all = drafts.filter((draft) => draft.listed?.group === group && fits(draft));
  const alone = latest && all.includes(latest) && !isOfAll(latest, all);
  return alone ? [latest] : all;
}

/** Whether the last sentence of a draft went into the others as well. */
function isOfAll({ pieces }: Draft, all: readonly Draft[]): boolean {
  const last = pieces.at(-1)!.reading;
  return all.every((draft) => draft.pieces.at(-1)!.reading === last);
}

const NONE: ReadonlySet<CasualtyKind> = new Set();

/**
 * A draft whose numbers are those of its own place; where it has no other of a kind ("killed 75 in A", "5,000 were
 * hurt"), those of several places together, and of which kinds they are.
 */
export function ownTolls(draft: Draft): { draft: Draft; shared: ReadonlySet<CasualtyKind> } {
  const isShared = ({ shared, tolls }: Piece): boolean => shared === true && tolls.length > 0;
  if (!draft.pieces.some(isShared)) return { draft, shared: NONE };
  const kindsOf = (pieces: readonly Piece[]): Set<CasualtyKind> =>
    new Set(pieces.flatMap(({ tolls }) => tolls.map(({ effect }) => fieldOf(effect))));
  const own = kindsOf(draft.pieces.filter((piece) => !isShared(piece)));
  const left = ({ effect }: Toll): boolean => !own.has(fieldOf(effect));
  const pieces = draft.pieces.map((piece) =>
    isShared(piece) ? { ...piece, tolls: piece.tolls.filter(left) } : piece,
  );
  return { draft: { ...draft, pieces }, shared: kindsOf(pieces.filter(isShared)) };
}
