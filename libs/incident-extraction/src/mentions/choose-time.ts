import { personNouns } from '../lexicon/actors.js';
import { WordList } from '../language/word-list.js';
import { readData } from '../lexicon/data.js';
import type { Frame } from '../reading/frames.js';
import { isStamp } from '../time/stamp.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Document } from '../text/document.js';
import { daysBetween } from '../time/calendar.js';
import type { TimeExpression } from '../time/find-times.js';
import { best, type Day, deedBefore, isMentionedThen, isSaid } from './deed-before.js';
import type { Draft, Piece } from './draft.js';
import { HARM_GOES_TO } from './pieces.js';
import { meansBy, meansOf } from './means.js';
import { areApart } from './places-fit.js';
import { isElsewhere } from './time-bond.js';
import { isOwnDay, timeClause } from './time-clause.js';
import { type Standing, TIME_FEATURES, timeFeatures, type TimeSighting } from './time-features.js';

interface Weights {
  readonly weights: Readonly<Record<string, number>>;
  /** The least vote, as a logarithm, that dates an incident; below it the day is not known. */
  readonly least: number;
}

const { weights, least } = readData<Weights>('time-weights.json');
const WEIGHTS = TIME_FEATURES.map((name) => weights[name] ?? 0);

/** Whether two drafts of an article are known to be in different towns. */
export type Apart = (a: Draft, b: Draft) => boolean;

/**
 * Every time of the article as it stands to a draft: its own sentences', those of others and the rest.
 * Captions tell of other days.
 */
export function sightings(
  draft: Draft,
  drafts: readonly Draft[],
  readings: readonly SentenceReading[],
  published: string | null,
  isApart: Apart = areApart,
): TimeSighting[] {
  const done = draft.pieces.some(({ frames }) => frames.some(({ realis }) => realis === 'actual'));
  const own = new Map<SentenceReading, number[]>();
  for (const { reading, frames } of draft.pieces.filter(tellsIt))
    own.set(reading, [...(own.get(reading) ?? []), ...frames.map(({ from }) => from)]);
  const telling = new Set<SentenceReading>();
  const apart = new Set<SentenceReading>();
  for (const other of drafts) {
    const alike = other.eventClass === draft.eventClass || TOLD_WITH.has(other.eventClass);
    // What is told of another town is no more than the rest of the article.
    if (alike && other !== draft && isApart(draft, other)) continue;
    for (const { reading } of other.pieces) (alike ? telling : apart).add(reading);
  }
  const refers = new Set(
    draft.pieces
      .filter(({ frames, tolls }) => frames.length + tolls.length === 0)
      .map((p) => p.reading),
  );
  const means = meansOf(draft.pieces.flatMap(({ frames }) => frames));
  const seen: TimeSighting[] = [];
  let first = true;
  for (const reading of readings) {
    if (reading.sentence.part === 'caption' || reading.times.length === 0) continue;
    const mine = own.get(reading);
    if (!mine && (apart.has(reading) || isByOtherMeans(reading, means))) continue;
    const standing: Standing = refers.has(reading)
      ? 'refers'
      : mine
        ? 'own'
        : telling.has(reading)
          ? 'others'
          : 'none';
    for (const time of reading.times) {
      const elsewhere = mine
        ? isDateless(reading, time, published) || isElsewhere(reading, time, mine)
        : isElsewhereToAll(reading, time, published);
      if (elsewhere || (done && isAhead(time, reading, published))) continue;
      seen.push({
        time,
        reading,
        standing,
        triggers: mine ?? [],
        first: first && mine !== undefined,
      });
    }
    if (mine) first = false;
  }
  return seen;
}

/** "the embassy bombings on 7 August" date no missile strike. */
function isByOtherMeans({ frames }: SentenceReading, own: ReadonlySet<string>): boolean {
  if (own.size === 0 || frames.length === 0) return false;
  let others = false;
  for (const { trigger } of frames) {
    const means = meansBy(trigger);
    if (means === undefined) continue;
    if (own.has(means)) return false;
    others = true;
  }
  return others;
}

/** By the times of an article: what they are to drafts that their sentences do not tell. */
const elsewhere = new WeakMap<TimeExpression, boolean>();

function isElsewhereToAll(
  reading: SentenceReading,
  time: TimeExpression,
  published: string | null,
): boolean {
  let is = elsewhere.get(time);
  if (is === undefined) {
    is = isDateless(reading, time, published) || isElsewhere(reading, time, []);
    elsewhere.set(time, is);
  }
  return is;
}

/** The page's own stamp, and what points to a day that was never told, are no day of anything. */
const isDateless = (
  reading: SentenceReading,
  time: TimeExpression,
  published: string | null,
): boolean =>
  isStamp(reading.sentence.tokens, time) ||
  (published !== null && isUnbound(time, reading, published));

/** "…gunfights between officers and rioters": who took part is named, but when that was is another's day. */
function tellsIt({ reading: { sentence }, frames }: Piece): boolean {
  const isParty = ({ from, to }: Frame): boolean =>
    personNouns.at(sentence.tokens, from)?.to === to;
  return frames.length === 0 || !frames.every(isParty);
}

/**
 * What happened is told after it did. A day more lies within what publishers' clocks differ by, but not where
 * a feast of last year is meant.
 */
function isAhead(
  { start, from, to }: TimeExpression,
  { sentence: { tokens } }: SentenceReading,
  published: string | null,
): boolean {
  if (published === null) return false;
  const days = daysBetween(published, start);
  return days > 1 || (days > 0 && tokens.slice(from, to).some(({ low }) => FEASTS.test(low)));
}

const FEASTS = new WordList(/^(?:eve|christmas|easter)$/);

/** "What happened that night", where no night was told of before: it says no day, though it is counted from publication. */
const isUnbound = (
  { start, from, to }: TimeExpression,
  { sentence: { tokens } }: SentenceReading,
  published: string,
): boolean =>
  start === published &&
  tokens.slice(from, to).every(({ low }) => UNBOUND.test(low)) &&
  tokens.slice(from, to).some(({ low }) => POINTING.test(low));

const UNBOUND = new WordList(
  /^(?:that|the|same|very|in|of|early|earlier|late|later|middle|day|night|morning|afternoon|evening)$/,
);
const POINTING = /^(?:that|the|same)$/;

/** An arrest is told with what it is for; other happenings have days of their own. */
const TOLD_WITH: ReadonlySet<string> = new Set(['arrest', 'weapons']);

/** Without a day of publication nothing can be weighed: the first full date in the draft's own sentences. */
const fullyDated = ({ pieces }: Draft): Piece | null =>
  pieces.find(({ time, reading }) => time !== null && !isStamp(reading.sentence.tokens, time)) ??
  null;

/**
 * The sentence and time that date a draft: days are voted for by every time that names them, each with
 * the weight that its place and its words give it (a logistic model over sightings). The draft's own
 * sentences come first. Null where no day gets enough: an undated incident is not dated by a guess.
 */
export function chooseTime(
  document: Document,
  draft: Draft,
  drafts: readonly Draft[],
  readings: readonly SentenceReading[],
  isApart: Apart = areApart,
): Piece | null {
  const { published } = document;
  if (!published) return fullyDated(draft);
  const days = new Map<string, Day>();
  const seen = sightings(draft, drafts, readings, published, isApart);
  // Whoever was arrested was so for what has a day of its own, which the weights look for.
  if (draft.eventClass === 'arrest') {
    const own = seen.find(isOwn);
    return own ? pieceOf(draft, own) : null;
  }
  for (const sighting of ownClausesFirst(seen)) {
    const own = isOwnSentence(sighting);
    const vote = Math.exp(score(sighting, document));
    const key = `${sighting.time.start}/${sighting.time.end}`;
    const known = days.get(key);
    const said = isSaid(sighting);
    const told = own && !said && !isOfThing(sighting);
    if (!known) {
      days.set(key, { vote, best: vote, own: own ? [sighting] : [], said, told, sighting });
      continue;
    }
    known.vote += vote;
    if (own) known.own.push(sighting);
    known.said &&= said;
    known.told ||= told;
    if (vote > known.best) Object.assign(known, { best: vote, sighting });
  }
  // What is said or decreed, and who was arrested, has a day of its own; the rest of the article has others'.
  // Harm is news of the day on which it is told; what else comes out has been for long.
  const harms = HARM_GOES_TO.includes(draft.eventClass);
  const heard = [...days.values()].filter(({ own, said }) => harms || (own.length > 0 && !said));
  const supported = best(heard);
  const sure = supported !== null && Math.log(supported.vote) >= least;
  // A stretch ("this week") never gets much support; where the draft's own sentence tells it, it holds.
  const top = sure ? supported : best(heard.filter(({ told }) => told));
  const within = top && insideOwn(top, heard);
  const deed = within && deedBefore(within, heard, published, least);
  if (!deed) return null;
  const piece = pieceOf(draft, statedFirst(deed.sighting, seen));
  return isMentionedThen(deed) ? atMost(piece) : piece;
}

/**
 * "75 were killed last week": a day that only other sentences name is none of its own if it lies outside the stretch that its
 * own words tell; then the best inside, or the stretch itself, is.
 */
function insideOwn(top: Day, days: readonly Day[]): Day {
  if (top.own.length > 0 || top.sighting.time.clock !== null) return top;
  const stretch = days.find(
    ({ sighting: { time }, told, own }) =>
      told &&
      (time.unit === 'week' || time.unit === 'month') &&
      time.bound === null &&
      own.some(tellsHeadThen),
  );
  if (!stretch) return top;
  const { start, end } = stretch.sighting.time;
  const isInside = ({ sighting: { time } }: Day): boolean =>
    daysBetween(start, time.start) >= -1 && daysBetween(time.end, end) >= -1;
  return isInside(top) ? top : best(days.filter(isInside))!;
}

/** Whether a time is that of what a sentence tells first, and of nothing in a clause inside it. */
const tellsHeadThen = ({ reading, time, triggers }: TimeSighting): boolean =>
  timeClause(reading, time, [Math.min(...triggers)]) === 'told';

const isOwnSentence = ({ standing }: TimeSighting): boolean =>
  standing === 'own' || standing === 'refers';

/** By its time at the latest. */
const atMost = (piece: Piece): Piece => ({
  ...piece,
  time: piece.time && { ...piece.time, bound: 'before', clock: null, part: null },
});

/**
 * "last night" counts from when a text was written, which may be a day after its first publication: a feast that the
 * article tells of, the day after, goes before it.
 */
function statedFirst(top: TimeSighting, seen: readonly TimeSighting[]): TimeSighting {
  if (!has(RELATIVE, top)) return top;
  const { start } = top.time;
  const next = (each: TimeSighting): boolean => daysBetween(start, each.time.start) === 1;
  return seen.find((each) => next(each) && isFeast(each) && !isSaid(each)) ?? top;
}

function isFeast({ time: { from, to }, reading }: TimeSighting): boolean {
  const { tokens } = reading.sentence;
  const { capital, low } = tokens[from]!;
  return capital && !NO_FEAST.test(low) && FEAST_DAY.test(tokens[to - 1]!.low);
}

/** "The next day". */
const NO_FEAST = new WordList(/^(?:the|that|this|next|following|same|one|some|every|each|day)$/);

const has = (words: WordList, { time, reading }: TimeSighting): boolean =>
  reading.sentence.tokens.slice(time.from, time.to).some(({ low }) => words.test(low));

const RELATIVE = new WordList(/^(?:last|yesterday|today|tonight|this|overnight)$/);
/** What the names of feasts end with. */
const FEAST_DAY = new WordList(/^(?:day|eve|christmas|easter|thanksgiving|halloween)$/);

/**
 * Of a sentence that gives the event's own verb a day ("admitted on Monday that he shot her in July") the days of
 * its other verbs are theirs.
 */
function ownClausesFirst(seen: readonly TimeSighting[]): readonly TimeSighting[] {
  const clauses = new Map(
    seen.map((each) => [
      each,
      each.standing === 'own' ? timeClause(each.reading, each.time, each.triggers) : null,
    ]),
  );
  const told = new Set(
    seen.filter((each) => clauses.get(each) === 'told').map((each) => each.reading),
  );
  return seen.filter((each) => {
    const clause = clauses.get(each);
    return !told.has(each.reading) || clause !== 'said';
  });
}

/** "records, dated between 2011 and 2016, were stolen": a stretch of years with another verb is that of a thing. */
const isOfThing = ({ reading, time, triggers, standing }: TimeSighting): boolean =>
  standing === 'own' &&
  time.bound === null &&
  daysBetween(time.start, time.end) > YEAR &&
  timeClause(reading, time, triggers) === 'other';

/** Days of the longest year. */
const YEAR = 366;

const isOwn = ({ reading, time, triggers, standing }: TimeSighting): boolean =>
  standing === 'own' && isOwnDay(reading, time, triggers);

/** By times of sentences without a draft: what they weigh to all drafts that others tell, and to those that none does. */
const scores = {
  others: new WeakMap<TimeExpression, number>(),
  none: new WeakMap<TimeExpression, number>(),
};

function score(sighting: TimeSighting, document: Document): number {
  const { time, standing } = sighting;
  if (standing === 'own' || standing === 'refers') return scoreOf(sighting, document);
  const known = scores[standing];
  let sum = known.get(time);
  if (sum === undefined) known.set(time, (sum = scoreOf(sighting, document)));
  return sum;
}

function scoreOf(sighting: TimeSighting, { published, upperCase }: Document): number {
  let sum = 0;
  const values = timeFeatures(sighting, published!, upperCase);
  // Adding nothing changes nothing: most are 0.
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) sum += values[i]! * WEIGHTS[i]!;
  return sum;
}

/**
 * The widest time that a happening's own sentences give: what is part of it lies somewhere in that, and a
 * finer day may be another part's.
 */
export function extentOf(
  document: Document,
  draft: Draft,
  drafts: readonly Draft[],
  readings: readonly SentenceReading[],
): Piece | null {
  const days = ({ time }: TimeSighting): number => daysBetween(time.start, time.end);
  let widest: TimeSighting | null = null;
  for (const sighting of sightings(draft, drafts, readings, document.published)) {
    if (sighting.standing !== 'own' && sighting.standing !== 'refers') continue;
    if (!widest || days(sighting) > days(widest)) widest = sighting;
  }
  return widest && pieceOf(draft, widest);
}

/** The draft's piece of a sighting's sentence, or one without frames, with that time: of a page's stamp the day alone. */
export function pieceOf(draft: Draft, { reading, time }: TimeSighting): Piece {
  const piece = draft.pieces.find((p) => p.reading === reading);
  return {
    ...(piece ?? { reading, frames: [], tolls: [], place: null }),
    time: isStamp(reading.sentence.tokens, time) ? { ...time, clock: null, part: null } : time,
  };
}
