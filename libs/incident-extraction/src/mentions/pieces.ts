import type { Toponym } from '@tocsin/geocoding';
import { instruments } from '../lexicon/instruments.js';
import type { TimeExpression } from '../time/find-times.js';
import type { Frame } from '../reading/frames.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import { isTimeWord } from '../syntax/noun-phrases.js';
import type { Sentence } from '../text/document.js';
import { actsOf } from './apart.js';
import { areOtherMeans, meansOf } from './means.js';
import { isElsewhere, isMotive } from './time-bond.js';
import { phraseAround } from '../syntax/phrase-lookup.js';
import { classOf, type EventClass, type Piece } from './draft.js';
import { WordSet } from '../language/word-list.js';

export interface ClassPiece extends Piece {
  readonly eventClass: EventClass;
}

/** Which class takes the harm of a sentence that tells of several, strongest first. */
export const HARM_GOES_TO: readonly EventClass[] = [
  'accident',
  'disaster',
  'battle',
  'force',
  'abduction',
  'protest',
  'territory',
];

/** Finds and rackets harm no one: harm that is told beside them belongs to what was told before. */
const HARMLESS: ReadonlySet<EventClass> = new Set(['weapons', 'crime']);

/** Cuts a sentence into one piece per class of happening; harm alone goes to `current`. */
export function cutSentence(
  reading: SentenceReading,
  toponyms: readonly Toponym[],
  current: EventClass | null,
): ClassPiece[] {
  const byClass = new Map<EventClass, Frame[]>();
  const harm: Frame[] = [];
  for (const frame of reading.frames) {
    const eventClass = classOf(frame);
    if (eventClass) byClass.set(eventClass, [...(byClass.get(eventClass) ?? []), frame]);
    else if (frame.trigger.sense.effect) harm.push(frame);
  }
  if (current === 'accident') joinBlast(byClass, reading);
  absorb(byClass);
  const bodies = reading.tolls.some(
    (toll) => !reading.frames.some((f) => f.from >= toll.from && f.from < toll.to),
  );
  const deadly = harm.some(({ trigger }) => trigger.sense.effect === 'killed');
  // "was arrested after being wounded in a drug bust": nor is anyone hurt by it.
  const harmless = (name: EventClass): boolean =>
    HARMLESS.has(name) || (harm.length > 0 && name === 'arrest');
  let keeper =
    HARM_GOES_TO.find((name) => byClass.has(name)) ??
    ([...byClass.keys()].every(harmless) ? (current ?? 'force') : null);
  // "Three dead, suspect arrested": nobody dies of an arrest.
  if (keeper === 'arrest' && deadly) keeper = 'force';
  if (keeper === 'protest' && (harm.some(harmsForces) || isDeathApart(harm, byClass)))
    keeper = 'force';
  if (keeper && (harm.length > 0 || bodies))
    byClass.set(keeper, [...(byClass.get(keeper) ?? []), ...harm]);
  const parts = [...byClass].flatMap(([eventClass, frames]) => {
    const answered = eventClass === 'force' ? answeredIn(reading, frames) : [];
    const own = frames.filter((frame) => !answered.includes(frame));
    const acts = actsOf(eventClass, own, reading.sentence.tokens);
    const places = toponyms.filter((each) => !answered.some((of) => isPlaceOf(reading, of, each)));
    const told = acts.map((part) => ({ eventClass, frames: part, answered: false, places }));
    return answered.length === 0
      ? told
      : [{ eventClass, frames: answered, answered: true, places }, ...told];
  });
  return parts.map(({ eventClass, frames, answered, places }) => ({
    eventClass,
    reading,
    frames,
    tolls: reading.tolls.filter((toll) =>
      belongs(toll, frames, reading.frames, eventClass === keeper && !answered),
    ),
    // Of what is answered the sentence says no more than that it was.
    time: answered ? null : nearestTime(timesAt(reading, frames), frames),
    place: answered ? null : nearestPlace(reading, places, frames, eventClass),
  }));
}

/**
 * "Retaliating for the embassy bombings, the air force launched missile strikes": a known deed that another, done by other
 * means, answers or follows.
 */
function answeredIn(reading: SentenceReading, frames: readonly Frame[]): readonly Frame[] {
  const known = frames.filter((frame) => isAnswered(reading, frame));
  if (known.length === 0 || known.length === frames.length) return [];
  const own = frames.filter((frame) => !known.includes(frame));
  return areOtherMeans(meansOf(known), meansOf(own)) ? known : [];
}

/** Whether a place stands behind a word with nothing between that parts them: "the bombings in Springfield, …". */
function isPlaceOf(
  { sentence: { tokens } }: SentenceReading,
  { to }: Frame,
  place: Toponym,
): boolean {
  const mark = tokens.findIndex(({ kind }, at) => at >= to && kind === 'mark');
  const end = tokens[mark < 0 ? tokens.length - 1 : mark]!.start;
  return place.start >= tokens[to - 1]!.end && place.end <= end;
}

/** A noun behind "after the", "in response to the", "for the": what was before. */
function isAnswered({ sentence: { tokens }, syntax }: SentenceReading, frame: Frame): boolean {
  const phrase = frame.trigger.form === 'noun' ? phraseAround(syntax.phrases, frame.to - 1) : null;
  if (!phrase || !/^(?:the|this|that|those|last)$/.test(tokens[phrase.from]!.low)) return false;
  return /^(?:after|following|for|to|by|over|behind)$/.test(tokens[phrase.from - 1]?.low ?? '');
}

/** "His mother died at sea": a sentence of its own that says how no one killed is no part of a protest. */
function isDeathApart(harm: readonly Frame[], byClass: ReadonlyMap<EventClass, unknown>): boolean {
  return byClass.size === 0 && harm.length > 0 && harm.every(isMereDeath);
}

const isMereDeath = ({ trigger, patients }: Frame): boolean =>
  trigger.sense.id === 'die' &&
  !patients.some(({ actor }) => actor?.id === 'protester' || actor?.id === 'rioter');

/** Officers killed or hurt amid protests are a happening of their own, inside the larger one. */
function harmsForces({ patients }: Frame): boolean {
  return patients.some(({ actor }) => actor?.id === 'police' || actor?.id === 'military');
}

/** "A barge exploded when its load caught fire", behind a mishap: nobody's blast, without a weapon, is part of it. */
function joinBlast(byClass: Map<EventClass, Frame[]>, { sentence }: SentenceReading): void {
  const [force, accident] = [byClass.get('force'), byClass.get('accident')];
  const isBlast = ({ trigger, agents }: Frame): boolean =>
    trigger.sense.id === 'explosion' && agents.length === 0;
  if (!accident || !force?.every(isBlast) || instruments.findAll(sentence.tokens).length > 0)
    return;
  byClass.delete('force');
  byClass.set(
    'accident',
    [...accident, ...force].sort((a, b) => a.from - b.from),
  );
}

/** The fire, the blast or the crash that an attack works by is no accident beside it. */
function absorbMeans(byClass: Map<EventClass, Frame[]>): void {
  const [force, accident] = [byClass.get('force'), byClass.get('accident')];
  if (!accident || !force?.some(({ trigger }) => !trigger.weak && trigger.sense.id !== 'kill'))
    return;
  byClass.delete('accident');
}

/** Fighting absorbs the shooting and shelling told with it. */
function absorb(byClass: Map<EventClass, Frame[]>): void {
  absorbMeans(byClass);
  const [battle, force] = [byClass.get('battle'), byClass.get('force')];
  if (!battle || !force) return;
  const [kept, lost]: EventClass[] = battle.every((frame) => frame.trigger.weak)
    ? ['force', 'battle']
    : ['battle', 'force'];
  byClass.delete(lost!);
  byClass.set(
    kept!,
    [...battle, ...force].sort((a, b) => a.from - b.from),
  );
}

function belongs(
  toll: { from: number; to: number; effect: string },
  frames: readonly Frame[],
  all: readonly Frame[],
  keeper: boolean,
): boolean {
  const inside = (frame: Frame): boolean =>
    frame.from >= toll.from && frame.from < toll.to && frame.trigger.sense.effect === toll.effect;
  return frames.some(inside) || (keeper && !all.some(inside));
}

const positions = (frames: readonly Frame[]): number[] => frames.map(({ from }) => from);

const head = (frames: readonly Frame[]): number => frames[0]?.from ?? 0;

/** "arrested on Monday in a killing": a day beside a word of arrest is not the killing's, nor the other way. */
function ownTimes(
  { times, frames: all }: SentenceReading,
  frames: readonly Frame[],
): readonly TimeExpression[] {
  if (!all.some(isArrest) || all.every(isArrest)) return times;
  const own = frames.some(isArrest);
  return times.filter((time) => {
    const gap = ({ from, to }: Frame): number => Math.max(from - time.to, time.from - to, 0);
    const nearest = all.reduce((best, frame) => (gap(frame) < gap(best) ? frame : best));
    return isArrest(nearest) === own;
  });
}

/** Those of its own times that are no other event's. */
function timesAt(reading: SentenceReading, frames: readonly Frame[]): readonly TimeExpression[] {
  const own = ownTimes(reading, frames);
  if (own.length === 0) return own;
  const at = positions(frames);
  return own.filter((time) => !isElsewhere(reading, time, at));
}

const isArrest = ({ trigger }: Frame): boolean => trigger.sense.group === 'arrest';

function nearestTime(
  times: readonly TimeExpression[],
  frames: readonly Frame[],
): TimeExpression | null {
  const at = head(frames);
  const distance = (t: TimeExpression): number =>
    Math.abs(t.from - at) + (t.unit === 'day' ? 0 : 20);
  return nearestOf(times, distance);
}

/** The nearest of a list, of equals the first; null of none. */
function nearestOf<T>(list: readonly T[], distance: (each: T) => number): T | null {
  if (list.length < 2) return list[0] ?? null;
  let nearest: T | null = null;
  let least = Infinity;
  for (const each of list) {
    const own = distance(each);
    if (own < least) [nearest, least] = [each, own];
  }
  return nearest;
}

/** The locative nearest to the trigger; towns before the divisions and countries that contain them. */
function nearestPlace(
  reading: SentenceReading,
  toponyms: readonly Toponym[],
  frames: readonly Frame[],
  eventClass: EventClass,
): Toponym | null {
  const { sentence, attribution } = reading;
  const { tokens } = sentence;
  const isSaid = ({ start, end }: Toponym): boolean =>
    attribution.spans.some(
      (s) => start >= (tokens[s.from]?.start ?? 0) && end <= (tokens[s.to - 1]?.end ?? 0),
    );
  // "attacked in revenge for air strikes in X": what was there is something else.
  const isOfMotive = ({ start }: Toponym): boolean =>
    isMotive(reading, { from: tokens.findIndex(({ end }) => end > start) }, [head(frames)]);
  const at = tokens[head(frames)]?.start ?? sentence.start;
  const inside = toponyms.filter(
    (t) =>
      t.start >= sentence.start &&
      t.end <= sentence.end &&
      t.kind === 'locative' &&
      t.place &&
      !isSaid(t) &&
      !isOfMotive(t) &&
      (!ACTED_BY_STATES.has(eventClass) || isSomewhere(reading, t)),
  );
  const distance = (t: Toponym): number =>
    Math.abs(t.start - at) +
    (t.start < at ? 15 : 0) +
    (isSomewhere(reading, t) ? 0 : 60) +
    (t.place!.kind === 'city' ? 0 : t.place!.kind === 'country' ? 200 : 90);
  return nearestOf(inside, distance);
}

/** In these a country's name is more often who acts than where. */
const ACTED_BY_STATES: ReadonlySet<EventClass> = new Set(['deployment', 'politics']);

const LOCATIVE = new WordSet([
  'in',
  'at',
  'near',
  'outside',
  'to',
  'from',
  'of',
  'around',
  'across',
  'on',
  'into',
  'throughout',
  'inside',
]);

/** "in Almaty" says where; "Russia sent" says who, "at U.S. embassies" says whose. */
export function isSomewhere(reading: SentenceReading, toponym: Toponym): boolean {
  const { tokens } = reading.sentence;
  const at = tokens.findIndex((token) => token.end > toponym.start);
  if (!isLocated(tokens, at)) return false;
  const behind = tokens.findIndex((token) => token.start >= toponym.end);
  return !isWhose(reading, toponym, behind);
}

/** A country's name before a noun; a town's says where, for its homes and shops are in it. */
export function isWhose(
  { sentence: { tokens }, syntax }: SentenceReading,
  { place }: Toponym,
  behind: number,
): boolean {
  if (place?.kind !== 'country' || syntax.pos[behind] !== 'NOUN') return false;
  return !isTimeWord(tokens[behind]!.low);
}

/** As `isSomewhere`, for the name whose first token is known. */
export function isLocated(tokens: Sentence['tokens'], at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some((token) => LOCATIVE.has(token.low));
}
