import type { Casualties, CasualtyFigure, CasualtyKind } from '@tocsin/contracts';
import type { Quantity } from '../numbers/counts.js';
import type { Toll } from '../reading/casualties.js';
import type { ClaimBook } from './claim-book.js';
import type { Draft, Piece } from './draft.js';

interface Entry {
  readonly toll: Toll;
  readonly piece: Piece;
}

/** Sentences of the title and the lead: their figures are the newest the article has. */
const LEAD = 4;

/** Sums up what a draft's sentences say of people harmed; each figure names its claims. */
export function readCasualties(draft: Draft, claims: ClaimBook): Casualties {
  const entries = draft.pieces.flatMap((piece) => piece.tolls.map((toll) => ({ toll, piece })));
  const of = (effect: Toll['effect']): Entry[] => entries.filter((e) => e.toll.effect === effect);
  const killed = figure('killed', of('killed'), claims) ?? implied(draft, claims);
  return {
    killed,
    injured: injured(killed, of('injured'), of('hurt'), claims),
    missing: figure('missing', of('missing'), claims),
    abducted: figure('abducted', of('abducted'), claims),
    arrested: figure('arrested', of('arrested'), claims),
    perpetratorsKilled: null,
  };
}

/** "the murder", "a fatal shooting": someone was killed, though no one is counted. */
function implied(draft: Draft, claims: ClaimBook): CasualtyFigure | null {
  for (const piece of draft.pieces) {
    const frame = piece.frames.find(
      ({ trigger, realis }) => trigger.sense.id === 'homicide' && realis === 'actual',
    );
    if (!frame) continue;
    const claim = claims.add('casualties.killed', null, piece, frame.from, frame.to, 0.5);
    return { low: 1, best: 1, high: null, basis: 'derived', claims: [claim] };
  }
  return null;
}

function figure(
  kind: CasualtyKind,
  entries: readonly Entry[],
  claims: ClaimBook,
): CasualtyFigure | null {
  if (entries.length === 0) return null;
  const chosen = choose(entries);
  const indexes = entries.map(({ toll, piece }) => record(kind, toll, piece, claims));
  if (!chosen) return { low: 2, best: null, high: null, basis: 'vague', claims: indexes };
  const { quantity, entry } = chosen;
  const { low, best, high } = quantity;
  const basis = quantity.vague ? 'vague' : entry?.toll.stated ? 'stated' : 'counted';
  const words =
    quantity.vague && entry ? claims.words(entry.piece, entry.toll.from, entry.toll.to) : undefined;
  return { low, best, high, basis, ...(words ? { words } : {}), claims: indexes };
}

interface Choice {
  readonly quantity: Quantity;
  readonly entry: Entry | null;
}

/** A number in title or lead, else any number, else the people told of one by one. */
function choose(entries: readonly Entry[]): Choice | null {
  const counted = entries.filter((e) => e.toll.quantity?.best != null);
  const stated = counted.filter((e) => e.toll.stated);
  const lead = stated.filter((e) => e.piece.reading.sentence.index < LEAD);
  const best = highest(lead.length > 0 ? lead : stated);
  const single = highest(counted.filter((e) => !e.toll.stated));
  const named = distinctPeople(entries);
  const one = single?.toll.quantity ?? null;
  if (best && (best.toll.quantity!.best ?? 0) >= Math.max(one?.best ?? 0, 0)) {
    return { quantity: best.toll.quantity!, entry: best };
  }
  const most = Math.max(one?.best ?? 0, named);
  if (most === 0) return null;
  return {
    quantity: { low: most, best: most, high: one?.high === null ? null : most, vague: false },
    entry: null,
  };
}

function highest(entries: readonly Entry[]): Entry | null {
  let top: Entry | null = null;
  for (const entry of entries) {
    if (!top || entry.toll.quantity!.best! > top.toll.quantity!.best!) top = entry;
  }
  return top;
}

/** How many different people are told of: by last name, or by age where names are not given. */
function distinctPeople(entries: readonly Entry[]): number {
  const names = new Set<string>();
  const ages = new Set<number>();
  for (const { name, age } of entries.flatMap(({ toll }) => toll.people)) {
    if (name) names.add(name.split(' ').at(-1)!.toLowerCase());
    if (age !== null) ages.add(age);
  }
  return Math.max(names.size, ages.size);
}

/** Stated injuries; and of those "shot" or "stabbed" the ones who were not killed. */
function injured(
  killed: CasualtyFigure | null,
  stated: readonly Entry[],
  hurt: readonly Entry[],
  claims: ClaimBook,
): CasualtyFigure | null {
  const figureStated = figure('injured', stated, claims);
  const total = choose(hurt);
  if (!total) return figureStated;
  const survived = (total.quantity.best ?? 0) - (killed?.best ?? 0);
  if (survived <= (figureStated?.best ?? 0)) return figureStated;
  const indexes = hurt.map(({ toll, piece }) => record('injured', toll, piece, claims));
  const open = total.quantity.high === null;
  return {
    low: survived,
    best: survived,
    high: open ? null : survived,
    basis: 'derived',
    claims: [...(figureStated?.claims ?? []), ...indexes, ...(killed?.claims ?? [])],
  };
}

function record(kind: CasualtyKind, toll: Toll, piece: Piece, claims: ClaimBook): number {
  return claims.add(
    `casualties.${kind}`,
    toll.quantity?.best ?? null,
    piece,
    toll.from,
    toll.to,
    toll.stated ? 0.9 : 0.7,
  );
}
