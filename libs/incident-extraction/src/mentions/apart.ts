import type { Frame } from '../reading/frames.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Token } from '../text/tokens.js';
import type { Draft, EventClass, Piece } from './draft.js';

/** Acts of state: each decree, request or dispatch is one of its own, however close they are told. */
const ACTS: ReadonlySet<EventClass> = new Set(['politics', 'deployment']);

/** Cuts the frames of acts of state by what is done; other frames of one class stay together. */
export function actsOf(
  eventClass: EventClass,
  frames: readonly Frame[],
  tokens: readonly Token[],
): (readonly Frame[])[] {
  if (!ACTS.has(eventClass)) return [frames];
  return [...Map.groupBy(frames, (frame) => actOf(frame, tokens)).values()];
}

/** Two acts of state, or two of a kind by others: "special forces were sent", "Russia sent paratroopers". */
export function isOtherAct(draft: Draft, piece: Piece): boolean {
  if (!ACTS.has(draft.eventClass)) return false;
  const acts = new Set(draft.pieces.flatMap(actsIn));
  if (!actsIn(piece).some((act) => acts.has(act))) return true;
  const known = new Set(draft.pieces.flatMap(forcesOf));
  const forces = forcesOf(piece);
  return known.size > 0 && forces.length > 0 && !forces.some((word) => known.has(word));
}

const actsIn = ({ frames, reading }: Piece): string[] =>
  frames.map((frame) => actOf(frame, reading.sentence.tokens));

/** Policies are told apart by their words, movements of forces by who moves. */
function actOf({ trigger, from, to }: Frame, tokens: readonly Token[]): string {
  const { id, group } = trigger.sense;
  return group === 'deployment'
    ? id
    : `${id} ${tokens[to - 1]!.low} ${tokens[from]!.low.slice(0, 4)}`;
}

/** Head words of who is sent. */
function forcesOf({ frames, reading }: Piece): string[] {
  const { tokens } = reading.sentence;
  return frames.flatMap(({ patients, patientPhrase, trigger, from, to }) => {
    if (trigger.sense.group !== 'deployment') return [];
    // "sent paratroopers": the trigger holds them.
    if (to - from > 1) return [tokens[to - 1]!.low];
    if (patients.length > 0) return patients.map((person) => tokens[person.to - 1]!.low);
    return patientPhrase ? [tokens[patientPhrase.to - 1]!.low] : [];
  });
}

const ACROSS = /^(?:across|throughout|nationwide|countrywide)$/;
const MANY = /^(?:numerous|several|many|various|multiple|dozens|other)$/;
const PLACES = /^(?:locations|cities|towns|places|areas|provinces|regions|districts|parts)$/;

/** "in numerous locations across the country": told of all together, not of one of the places. */
function isWidespread({ sentence }: SentenceReading, frames: readonly Frame[]): boolean {
  const from = frames[0]?.to ?? 0;
  const behind = sentence.tokens.slice(from, from + WITHIN);
  return behind.some(
    ({ low }, i) => ACROSS.test(low) || (MANY.test(low) && PLACES.test(lowAt(behind, i + 1))),
  );
}

/** How far behind its word a demonstration's places are told, in tokens. */
const WITHIN = 8;

const lowAt = (tokens: readonly Token[], at: number): string => tokens[at]?.low ?? '';

/** Demonstrations that are told of a whole country. */
export const isNationwide = ({ eventClass, pieces }: Draft): boolean =>
  eventClass === 'protest' && pieces.some(({ reading, frames }) => isWidespread(reading, frames));

/** Demonstrations all over a country, and those of one town: two happenings. */
export function isOtherExtent(draft: Draft, piece: Piece & { eventClass: EventClass }): boolean {
  if (piece.eventClass !== 'protest' || draft.eventClass !== 'protest') return false;
  return isNationwide(draft) !== isWidespread(piece.reading, piece.frames);
}
