import type { Document, Sentence } from '../text/document.js';
import type { Frame } from '../reading/frames.js';
import type { Outline, SentenceReading } from '../reading/sentence-reading.js';
import type { Token } from '../text/tokens.js';
import type { Draft } from './draft.js';
import { isNatural } from './natural.js';

/** A text of so many sentences is a flash or an abstract: what it names is what it tells. */
const BRIEF = 5;

/** Whether a text is so short that a single weak word may be all it has to say. */
export function isBrief({ sentences }: Document): boolean {
  return sentences.filter(({ tokens }) => tokens.length > 2).length <= BRIEF;
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
function movesForces({ trigger, patients, realis }: Frame): boolean {
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
        (reading.runningTotal && reading.tolls.length > 0),
    )
  );
}

/** Title and lead: what stands here is what an article reports. */
const LEAD = 3;

/**
 * Whether an article reports a draft, rather than recalls it: the title or the lead tells it by a word that
 * means nothing else, by two words or by whom it harmed; or a later sentence tells violence, an accident
 * or a disaster with a day or a place of its own.
 */
export function isCentral(draft: Draft): boolean {
  return draft.pieces.some(({ reading, frames, tolls, time, place }) => {
    const harmed = tolls.some((toll) => toll.stated || toll.people.some((p) => p.actor));
    const told = frames.filter(
      ({ realis, naming }) => !naming && (realis === 'actual' || realis === 'attempted'),
    );
    const strong = told.filter(({ trigger }) => !trigger.weak);
    if (reading.sentence.index <= LEAD)
      return harmed || strong.length > 0 || told.length >= 2 || told.some(movesForces);
    if (strong.some((frame) => isActOfState(frame, reading.sentence.tokens))) return true;
    if (time === null && place === null) return false;
    const violent = strong.some(({ trigger: { sense } }) => VIOLENT.has(sense.group));
    // Of a death without a word of how, later sentences speak in passing.
    const died = frames.every(({ trigger }) => trigger.sense.id === 'die');
    return (harmed && !died) || violent || told.length >= 2 || told.some(movesForces);
  });
}

const STATE: ReadonlySet<string> = new Set(['government', 'politician', 'military', 'external']);

/** A decree, a request or a dispatch by someone in office, by a country by its name, or by "he" who is one. */
function isActOfState(
  { trigger: { sense }, agents, agentPhrase }: Frame,
  tokens: readonly Token[],
): boolean {
  if (sense.group !== 'politics' && sense.group !== 'deployment') return false;
  if (agents.some(({ actor }) => actor !== null && STATE.has(actor.id))) return true;
  if (!agentPhrase) return false;
  const head = tokens[agentPhrase.to - 1]!;
  return /^(?:he|she|they)$/.test(head.low) || (head.capital && agents.length === 0);
}

const VIOLENT: ReadonlySet<string> = new Set([
  'violence',
  'battle',
  'abduction',
  'protest',
  'accident',
  'disaster',
  'territory',
]);

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
