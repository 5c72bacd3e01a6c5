import {
  type Casualties,
  CASUALTY_KINDS,
  type CasualtyKind,
  type Mention,
  type Realis,
  type Victim,
  type What,
  type Where,
} from '@tocsin/contracts';
import type { Document } from '../text/document.js';
import type { ChosenPlace } from './open-place.js';
import { isNationwide } from './apart.js';
import { ClaimBook } from './claim-book.js';
import type { TypeChoice } from './choose-type.js';
import { classify } from './classify.js';
import { type Draft, type Piece, placePiece } from './draft.js';
import { readCasualties } from './ledger/ledger.js';
import { type Parties, readActors, readInstruments } from './participants.js';
import { ownTolls } from './listed-places.js';
import { readTargets } from './targets.js';
import { readVictims } from './victims.js';
import { readWhen } from './when.js';
import { coarsen, readWhere } from './where.js';

/** Where and when a draft takes its missing place and time from. */
export interface Fallbacks {
  /** The id of that draft's mention. */
  readonly partOf: string | null;
  /** The sentence and time that date the draft, or the larger happening. */
  readonly time: Piece | null;
  /** The place that the draft's sentences and the lead point at. */
  readonly place: ChosenPlace | null;
  /** What the draft is, chosen with all drafts in view. */
  readonly type: TypeChoice;
  /** Who the article speaks of. */
  readonly parties: Parties;
  /** The article only retells it. */
  readonly background: boolean;
}

/** Who merely stands in a violent sentence decides no type. */
const UNSURE = 0.45;

/** Makes a mention of a draft; the caller gives it its id. */
export function assemble(
  document: Document,
  draft: Draft,
  fallbacks: Fallbacks,
  mentionId: string,
): Mention {
  const book = new ClaimBook(document);
  const { draft: counted, shared } = ownTolls(draft);
  const figures = readCasualties(counted, fallbacks.time?.time?.end ?? null, book);
  const casualties = asShared(figures, shared);
  const actors = readActors(draft, fallbacks.parties, book);
  const victims = readVictims(counted, fallbacks.parties.names, casualties, book);
  const targets = readTargets(draft, book);
  const instruments = readInstruments(draft, book);
  const sure = actors.filter(
    ({ claims: [first] }) => (book.claims[first!]?.confidence ?? 0) > UNSURE,
  );
  const what = classify(fallbacks.type, { actors: sure, victims, instruments });
  claimType(draft, fallbacks.type, what, book);
  const where = whereOf(draft, fallbacks.place, book);
  const { time } = fallbacks;
  return {
    mentionId,
    kind: 'incident',
    realis: isGeneric(draft, victims) ? 'generic' : realisOf(draft, isAhead(document, draft, time)),
    background: fallbacks.background,
    partOf: fallbacks.partOf,
    summary: summaryOf(document, draft),
    what,
    when: readWhen(time, document.published, book),
    where,
    actors,
    victims,
    targets,
    casualties,
    claims: book.claims,
    confidence: confidenceOf(draft, casualties),
  };
}

/** Figures of several places together, on each of them and never divided. */
function asShared(casualties: Casualties, kinds: ReadonlySet<CasualtyKind>): Casualties {
  if (kinds.size === 0) return casualties;
  const figures = CASUALTY_KINDS.flatMap((kind) => {
    const figure = kinds.has(kind) ? casualties[kind] : null;
    return figure ? [[kind, { ...figure, basis: 'shared' }]] : [];
  });
  return { ...casualties, ...Object.fromEntries(figures), sharedToll: true };
}

/** A decree or a deployment is not in the article's town; of that only its country is taken over. */
function whereOf(draft: Draft, chosen: ChosenPlace | null, book: ClaimBook): Where {
  const own = placePiece(draft);
  const political = draft.eventClass === 'politics' || draft.eventClass === 'deployment';
  const nationwide = isNationwide(draft);
  if ((political || nationwide) && own) return readWhere(own, own.place, book);
  const { piece = null, toponym = null, level } = chosen ?? {};
  const where = readWhere(piece, toponym, book, level);
  if (chosen?.spoken) return where;
  return political || nationwide ? coarsen(where, 'country') : where;
}

/** Every sentence that names the happening claims its type, with its own attribution. */
function claimType(draft: Draft, choice: TypeChoice, what: What, book: ClaimBook): void {
  const type = what.acledSubEventType ?? what.hazardType ?? what.family;
  const confidence = Math.round(choice.probability * 100) / 100;
  for (const piece of draft.pieces) {
    const frame = piece.frames[0];
    const from = frame?.from ?? piece.reference;
    if (from !== undefined) book.add('type', type, piece, from, frame?.to ?? from + 1, confidence);
  }
}

/** The firmest that any of the draft's frames is: one plain telling outweighs a conditional. */
const FIRMEST: readonly Realis[] = [
  'actual',
  'attempted',
  'threatened',
  'planned',
  'hypothetical',
  'negated',
  'generic',
];

/** "the protests of next week": dated after publication and told by no past form. */
function isAhead({ published }: Document, { pieces }: Draft, piece: Piece | null): boolean {
  if (!published || !piece?.time || piece.time.start <= published) return false;
  const past = /^(?:past|participle)$/;
  return !pieces.some(
    ({ frames, tolls }) =>
      tolls.length > 0 ||
      frames.some(({ trigger, realis }) => past.test(trigger.form) && realis === 'actual'),
  );
}

function realisOf(draft: Draft, ahead: boolean): Realis {
  const { eventClass, pieces } = draft;
  // What is to be sent first of all is not there yet, whoever has been sent before.
  const heard = eventClass === 'deployment' ? pieces.slice(0, 1) : pieces;
  const all = heard.flatMap(({ frames }) => frames);
  // "weapons" and "the shooting" stand in what did not happen as well.
  const telling = all.filter(({ naming, recalled }) => !naming && recalled === null);
  const told = new Set((telling.length > 0 ? telling : all).map(({ realis }) => realis));
  const realis = FIRMEST.find((each) => told.has(each)) ?? 'actual';
  return ahead && realis === 'actual' ? 'planned' : realis;
}

/** From so many on, people stand for a war, not for one incident's victims. */
const TOO_MANY = 1_000;

/**
 * "the murder of activists", "70,000 people have been killed": no day, no place, and nobody who could be
 * counted or named.
 */
function isGeneric(draft: Draft, victims: readonly Victim[]): boolean {
  if (draft.pieces.some(({ time, place }) => time !== null || place !== null)) return false;
  return (
    victims.length > 0 &&
    victims.every(({ name, number }) => !name && (number === undefined || number >= TOO_MANY))
  );
}

/** The first body sentence that tells it, else the title. */
function summaryOf(document: Document, draft: Draft): string {
  const body = draft.pieces.find((piece) => piece.reading.sentence.part === 'body');
  const { start, end } = (body ?? draft.pieces[0]!).reading.sentence;
  return document.text.slice(start, end);
}

function confidenceOf(draft: Draft, casualties: Casualties): number {
  const titled = draft.pieces.some((piece) => piece.reading.sentence.part === 'title') ? 0.2 : 0;
  const counted = (casualties.killed ?? casualties.injured) ? 0.15 : 0;
  return Math.min(0.95, 0.4 + titled + counted + Math.min(0.2, draft.pieces.length * 0.05));
}
