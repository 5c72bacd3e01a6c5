import type { TimeExpression } from '../time/find-times.js';
import type { Place, Toponym } from '@tocsin/geocoding';
import type { Frame } from '../reading/frames.js';
import type { Toll } from '../reading/casualties.js';
import type { SentenceReading } from '../reading/sentence-reading.js';

/** Kinds of happening that are kept apart: mentions merge within a class only. */
export type EventClass =
  | 'force'
  | 'battle'
  | 'protest'
  | 'abduction'
  | 'territory'
  | 'arrest'
  | 'accident'
  | 'disaster'
  | 'deployment'
  | 'politics'
  | 'crime'
  | 'weapons';

/** Which class the senses' groups belong to; `harm` joins whatever else its sentence tells. */
const CLASS_OF_GROUP: Readonly<Record<string, EventClass>> = {
  violence: 'force',
  battle: 'battle',
  robbery: 'force',
  property: 'force',
  abduction: 'abduction',
  territory: 'territory',
  protest: 'protest',
  arrest: 'arrest',
  accident: 'accident',
  disaster: 'disaster',
  deployment: 'deployment',
  politics: 'politics',
  crime: 'crime',
  weapons: 'weapons',
};

/** The class of a frame; null for harm, which has none of its own, and for speech and justice. */
export function classOf(frame: Frame): EventClass | null {
  // "107 killed in crane collapse": killed by nobody is harm, whatever did it.
  if (frame.trigger.sense.id === 'kill' && frame.agents.length === 0) return null;
  return CLASS_OF_GROUP[frame.trigger.sense.group] ?? null;
}

/** What one sentence adds to a mention. */
export interface Piece {
  readonly reading: SentenceReading;
  readonly frames: readonly Frame[];
  readonly tolls: readonly Toll[];
  readonly time: TimeExpression | null;
  readonly place: Toponym | null;
  /** The word that refers back ("the incident") where the sentence tells nothing itself. */
  readonly reference?: number;
  /** Its numbers are those of several places together. */
  readonly shared?: boolean;
}

/** A mention in the making: the pieces of the sentences that tell of one incident. */
export interface Draft {
  readonly eventClass: EventClass;
  readonly pieces: Piece[];
  readonly background: boolean;
  /** Of a list of places that are told of together: which one it is, and what all drafts of the list have in common. */
  listed?: { readonly group: object; readonly place: Place };
}

/** A draft with another's pieces, all in the order of the article. */
export const joinedWith = (draft: Draft, { pieces }: Draft): Draft => ({
  ...draft,
  pieces: [...draft.pieces, ...pieces].sort(
    (a, b) => a.reading.sentence.index - b.reading.sentence.index,
  ),
});

/** The first piece that gives the time; null when no sentence dates the incident. */
export const timePiece = (draft: Draft): Piece | null => draft.pieces.find((p) => p.time) ?? null;

/** The first piece that names a place; body sentences before the title, whose case misleads. */
export const placePiece = (draft: Draft): Piece | null =>
  draft.pieces.find((p) => p.place && p.reading.sentence.part === 'body') ??
  draft.pieces.find((p) => p.place) ??
  null;
