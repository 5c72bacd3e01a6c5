import { daysBetween } from '../time/calendar.js';
import type { ChosenPlace } from './open-place.js';
import { type Draft, type EventClass, joinedWith, type Piece } from './draft.js';
import { isCountedElsewhere, isOtherMeans, isOtherVictim, startsAnew } from './merge.js';
import { placesFit } from './places-fit.js';
import { isOfMany, sharesToll } from './same-toll.js';

/** A draft with the day and the place that the whole article gives it. */
export interface Situated {
  readonly draft: Draft;
  readonly time: Piece | null;
  readonly place: ChosenPlace | null;
}

/** Happenings of which a town seldom sees two in a day that one article tells of without saying so. */
const REUNITED: ReadonlySet<EventClass> = new Set([
  'force',
  'battle',
  'abduction',
  'accident',
  'disaster',
]);

/**
 * Puts together drafts that were kept apart by a day or a place in their sentences ("On Monday police said that the
 * shooting …"), where the article as a whole gives both the same day and the same place, and no word, victim,
 * target or means tells them apart. The order of the drafts is kept.
 */
export function reunite(situated: readonly Situated[]): Draft[] {
  const kept: { draft: Draft; situated: Situated }[] = [];
  for (const each of situated) {
    const known = kept.find((other) => isOne(other.situated, other.draft, each));
    if (known)
      known.draft = {
        ...joinedWith(known.draft, each.draft),
        background: known.draft.background && each.draft.background,
      };
    else kept.push({ draft: each.draft, situated: each });
  }
  return kept.map(({ draft }) => draft);
}

function isOne(known: Situated, draft: Draft, other: Situated): boolean {
  const { eventClass, background, pieces } = other.draft;
  const [first] = pieces;
  if (!first || !REUNITED.has(eventClass)) return false;
  if (draft.eventClass !== eventClass && !isFight(draft, known, other)) return false;
  if (!isSamePlace(known.place, other.place)) return false;
  const counts = isInTown(known) && sharesToll(draft, pieces);
  // What is only told in passing counts the same people: "four bodies and 120 wounded were brought in".
  if (draft.background !== background && !counts) return false;
  if (!isSameDay(known.time, other.time) && !(isInTown(known) && mayBeOneDay(known, other, counts)))
    return false;
  if (pieces.some((piece) => startsAnew(piece) || isCountedElsewhere(draft, piece))) return false;
  if (isOtherMeans(draft, first)) return false;
  if (isOfMany(draft, other.draft)) return true;
  if (isOtherVictim(draft, pieces)) return false;
  return sharesToll(draft, pieces) || !isOtherThing(draft, pieces);
}

/**
 * "A man was shot … the gun battle": force and a fight of one town and day, where no army or armed group is told of,
 * whose fights have killings of others in their midst.
 */
function isFight(draft: Draft, known: Situated, other: Situated): boolean {
  const classes = [draft.eventClass, other.draft.eventClass];
  if (!classes.includes('force') || !classes.includes('battle')) return false;
  const inTown = [known, other].every(({ place }) => place?.toponym?.place?.kind === 'city');
  return inTown && !hasArmed(draft) && !hasArmed(other.draft);
}

const ARMED: ReadonlySet<string> = new Set(['military', 'rebel', 'militia', 'external']);

const hasArmed = ({ pieces }: Draft): boolean =>
  pieces.some(({ reading }) =>
    reading.people.some(({ actor }) => actor !== null && ARMED.has(actor.id)),
  );

function isSameDay(a: Piece | null, b: Piece | null): boolean {
  if (!a?.time || !b?.time) return false;
  return daysBetween(a.time.start, b.time.start) === 0 && daysBetween(a.time.end, b.time.end) === 0;
}

const isInTown = ({ place }: Situated): boolean => place?.toponym?.place?.kind === 'city';

/** What one article tells of twice in a town only where it says so, whatever the day. */
const RARE: ReadonlySet<EventClass> = new Set(['accident', 'disaster']);

/**
 * Whether two drafts of one town may be of one day: they count the same people, and one has none, or theirs follow upon
 * one another; or they are a mishap, and neither has any.
 */
function mayBeOneDay(
  { time: a, draft }: Situated,
  { time: b }: Situated,
  counts: boolean,
): boolean {
  if (!counts) return !a?.time && !b?.time && RARE.has(draft.eventClass);
  if (!a?.time || !b?.time) return true;
  return daysBetween(a.time.start, b.time.end) >= -1 && daysBetween(b.time.start, a.time.end) >= -1;
}

function isSamePlace(a: ChosenPlace | null, b: ChosenPlace | null): boolean {
  const [here, there] = [a?.toponym?.place, b?.toponym?.place];
  return Boolean(here && there && placesFit(here, there));
}

/** Whether what is hit in the pieces, things and not people, is other than what a draft says was hit. */
function isOtherThing(draft: Draft, pieces: readonly Piece[]): boolean {
  const known = draft.pieces.flatMap(thingsHit);
  const things = pieces.flatMap(thingsHit);
  return known.length > 0 && things.length > 0 && !things.some((thing) => known.includes(thing));
}

/** Head words of the things that a piece says were hit. */
const thingsHit = ({ frames, reading }: Piece): string[] =>
  frames.flatMap(({ patients, patientPhrase, trigger }) =>
    patientPhrase && patients.length === 0 && trigger.sense.plover === 'ASSAULT'
      ? [reading.sentence.tokens[patientPhrase.to - 1]!.low]
      : [],
  );
