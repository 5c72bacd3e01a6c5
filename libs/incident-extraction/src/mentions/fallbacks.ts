import type { Document, Sentence } from '../text/document.js';
import type { Frame } from '../reading/frames.js';
import type { Outline, SentenceReading } from '../reading/sentence-reading.js';
import type { Draft } from './draft.js';
import { isNatural } from './natural.js';

/** A text of so few sentences and tokens is a flash or an abstract: what it names is what it tells. */
const BRIEF = { sentences: 5, tokens: 100 } as const;

/** Whether a text is so short that a single weak word may be all it has to say. */
export function isBrief({ sentences }: Document): boolean {
  const told = sentences.filter(({ tokens }) => tokens.length > 2);
  const length = told.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return told.length <= BRIEF.sentences && length <= BRIEF.tokens;
}

/** Whether a draft is worth a mention: something more than a passing weak word. */
export function isReportable(draft: Draft, brief: boolean): boolean {
  const frames = draft.pieces.flatMap((piece) => piece.frames);
  if (frames.length === 0 || isNatural(draft)) return false;
  if (brief && isTopic(frames)) return true;
  if (frames.some(movesForces)) return true;
  const tolled = draft.pieces.some((piece) => piece.tolls.length > 0);
  const telling = frames.filter(({ naming }) => !naming);
  return tolled || telling.some((frame) => !frame.trigger.weak) || telling.length >= 2;
}

const FORCES: ReadonlySet<string> = new Set(['military', 'police', 'external']);

/** "special forces were dispatched": the word is common, those who are sent are not. */
export function movesForces({ trigger, patients, realis }: Frame): boolean {
  return (
    trigger.sense.group === 'deployment' &&
    realis === 'actual' &&
    patients.some(({ actor }) => actor !== null && FORCES.has(actor.id))
  );
}

/** How many of the first sentences, title included, must tell of what an article reports. */
export const NEWS_LEAD = 5;

/** Whether an article reports an incident at all, rather than speaks of one in passing. */
export function reportsIncident(drafts: readonly Draft[], brief: boolean): boolean {
  if (brief && drafts.some((draft) => isTopic(draft.pieces.flatMap((p) => p.frames)))) return true;
  return drafts.some(
    ({ background, pieces }) =>
      !background && pieces.some((piece) => isNews(piece.reading.sentence, piece)),
  );
}

type Told = Pick<SentenceReading, 'frames' | 'tolls'>;

/** Whether what a sentence tells is enough for news, and stands where news stands. */
const isNews = ({ index }: Sentence, { frames, tolls }: Told): boolean =>
  index < NEWS_LEAD &&
  (tolls.some((toll) => toll.stated || toll.people.some((p) => p.actor)) ||
    frames.some((f) => !f.trigger.weak && !f.naming && f.realis !== 'negated'));

/**
 * Whether an article can get a mention at all, by its sentences alone: before their times and places are
 * read and they are put together. Never no where `reportsIncident` or `isConcrete` would say yes.
 */
export function mayReport(readings: readonly Outline[], brief: boolean): boolean {
  return (
    brief ||
    readings.some(
      (reading) =>
        isNews(reading.sentence, reading) ||
        reading.frames.some(isAttackOnSomeone) ||
        (reading.runningTotal !== null && reading.tolls.length > 0),
    )
  );
}

/** Whether a flash is about a happening: it names more than harm, which anything may have done. */
function isTopic(frames: readonly Frame[]): boolean {
  const named = frames.filter(({ trigger }) => trigger.sense.group !== 'harm');
  return named.length >= 2 || named.some((f) => !f.naming || !NO_NEWS.has(f.trigger.sense.group));
}

/** Goods, gangs, volcanoes and talks are spoken of without anything having happened. */
const NO_NEWS: ReadonlySet<string> = new Set(['crime', 'disaster', 'politics', 'deployment']);

/**
 * Whether a draft tells of recent violence against people in particular or a place of theirs, although the
 * article reports something else.
 */
export function isConcrete(draft: Draft): boolean {
  if (draft.background) return false;
  return draft.pieces.some(({ frames, time, place }) =>
    frames.some(
      (frame) =>
        isAttackOnSomeone(frame) &&
        (time !== null || place !== null || frame.patients.some((person) => person.actor)),
    ),
  );
}

/** Violence that was done to someone in particular or to a thing of theirs. */
const isAttackOnSomeone = ({ trigger, realis, patients, patientPhrase }: Frame): boolean =>
  !trigger.weak &&
  realis === 'actual' &&
  trigger.sense.plover === 'ASSAULT' &&
  (patientPhrase !== null || patients.some((person) => person.actor));

/** The larger happening that a draft is part of: the protests in whose midst someone is killed. */
export function largerDraft(draft: Draft, all: readonly Draft[]): Draft | null {
  if (draft.eventClass !== 'force') return null;
  const amid = draft.pieces.some((p) =>
    p.reading.frames.some((f) => f.trigger.sense.group === 'protest'),
  );
  return amid ? (all.find((other) => other.eventClass === 'protest') ?? null) : null;
}
