import type { Toponym } from '@tocsin/geocoding';
import { cues } from '../lexicon/cues.js';
import { organisations } from '../lexicon/organisations.js';
import type { Frame } from '../reading/frames.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import { readVerbalFrames } from '../reading/verbal-frames.js';
import type { Document } from '../text/document.js';
import { daysBetween } from '../time/calendar.js';
import type { Person } from '../people/person.js';
import type { ChosenPlace } from './open-place.js';
import { isShouted } from '../text/dateline.js';
import type { Draft, Piece } from './draft.js';
import { governorOf } from './time-clause.js';

/** Of an article only the title and the first sentence say what is done in words; the rest is comment. */
const LEAD = 1;

/** Classes of those whose words are acts of politics. */
const POLITICAL: ReadonlySet<string> = new Set([
  'government',
  'politician',
  'rebel',
  'militia',
  'military',
  'external',
]);
/** Of these a flash may be about; elsewhere they charge, ask and look into what is no politics. */
const AT_LAW: ReadonlySet<string> = new Set(['police', 'judicial']);

const isOfPolitics = ({ actor }: Person, brief: boolean): boolean =>
  actor !== null && (POLITICAL.has(actor.id) || (brief && AT_LAW.has(actor.id)));

/**
 * Acts of speech and diplomacy, one draft for each that a sentence's main clause tells. They never make
 * an article an incident: the caller asks for them in a brief text or where an incident is told.
 */
export function verbalDrafts(
  document: Document,
  readings: readonly SentenceReading[],
  toponyms: readonly Toponym[],
  brief: boolean,
): Draft[] {
  const drafts: Draft[] = [];
  const seen = new Set<string>();
  for (const reading of readings) {
    const { index, part } = reading.sentence;
    if (part === 'caption' || (!brief && index > LEAD)) continue;
    const frame = mainAct(readVerbalFrames(document, reading), reading, toponyms, brief);
    if (!frame || seen.has(frame.trigger.sense.id)) continue;
    seen.add(frame.trigger.sense.id);
    const time = reading.times[0] ?? null;
    const piece = { reading, frames: [frame], tolls: [], time, place: null };
    drafts.push({ eventClass: 'politics', pieces: [piece], background: false });
  }
  return drafts;
}

function mainAct(
  frames: readonly Frame[],
  reading: SentenceReading,
  toponyms: readonly Toponym[],
  brief: boolean,
): Frame | null {
  return (
    frames.find(
      (frame) =>
        frame.realis !== 'negated' &&
        !isOther(frame, reading) &&
        (brief || isSaidNow(frame, reading)) &&
        (isPolitical(frame, reading, toponyms, brief) ||
          (brief && isPublic(frame, reading, toponyms))),
    ) ?? null
  );
}

/**
 * What is no act of politics: police who look into a crime, a question ("asked who had called"), and what an
 * object names ("protested calls for a vote").
 */
function isOther(
  { trigger: { sense, form }, agents, from, to }: Frame,
  { sentence: { tokens }, syntax }: SentenceReading,
): boolean {
  if (sense.id === 'investigate' && agents.some(({ actor }) => actor?.id === 'police')) return true;
  // "close to the consulate"
  if (tokens[from]!.low === 'close' && tokens[to]?.low === 'to') return true;
  if (sense.id === 'ask' && QUESTION.test(tokens[to]?.low ?? '')) return true;
  return (form === 'third' || form === 'base') && syntax.pos[from - 1] === 'VERB';
}

/** By a verb of the main clause, and done: "was investigating the killings" says who someone is. */
function isSaidNow(frame: Frame, reading: SentenceReading): boolean {
  const { trigger, aside, from, to } = frame;
  if (trigger.form === 'noun' || aside || isAttributive(frame, reading)) return false;
  const { clauses } = reading.syntax;
  const verb = clauses.find((c) => c.verb.main >= from && c.verb.main < to)?.verb;
  return (
    verb !== undefined && !(verb.progressive && /^(?:was|were)$/.test(lowOf(reading, verb.from)))
  );
}

const lowOf = ({ sentence: { tokens } }: SentenceReading, at: number): string => tokens[at]!.low;

/** "soldiers accused of murder": with no one behind it, the participle says which soldiers. */
function isAttributive(
  { trigger: { form }, from, to }: Frame,
  { sentence: { tokens, part }, syntax }: SentenceReading,
): boolean {
  if (part === 'title' || (form !== 'past' && form !== 'participle')) return false;
  const verb = syntax.clauses.find((c) => c.verb.main >= from && c.verb.main < to)?.verb;
  return !verb?.finite && !verb?.passive && /^(?:of|with|for|by)$/.test(tokens[to]?.low ?? '');
}

const QUESTION = /^(?:who|whom|whose|what|which|where|when|why|how|whether|if)$/;

/**
 * In a flash it is enough that such a party is spoken to, or a country is named, or that the sentence has a
 * word of diplomacy: what it tells is no one's private affair.
 */
function isPublic(
  { patients }: Frame,
  { sentence: { tokens, start, end } }: SentenceReading,
  toponyms: readonly Toponym[],
): boolean {
  return (
    patients.some((person) => isOfPolitics(person, true)) ||
    toponyms.some(
      ({ start: from, end: to, place }) => from >= start && to <= end && place?.kind === 'country',
    ) ||
    cues.findAll(tokens).some(({ value }) => value.some((kind) => PUBLIC_CUES.has(kind)))
  );
}

const PUBLIC_CUES: ReadonlySet<string> = new Set([
  'intergovernmental',
  'diplomatic',
  'negotiation',
]);

/** Whether a government, a party, an armed group, a country or a body of countries acts. */
function isPolitical(
  { agents, agentPhrase }: Frame,
  { sentence: { tokens } }: SentenceReading,
  toponyms: readonly Toponym[],
  brief: boolean,
): boolean {
  if (agents.some((person) => isOfPolitics(person, brief))) return true;
  if (!agentPhrase) return false;
  const words = tokens.slice(agentPhrase.from, agentPhrase.to);
  // "the Leon County sheriff's office" is no county: a place that acts is the last word.
  const start = words.at(brief ? 0 : -1)?.start ?? 0;
  const end = words.at(-1)?.end ?? 0;
  return (
    organisations.findAll(words).length > 0 ||
    cues.findAll(words).some(({ value }) => value.includes('intergovernmental')) ||
    toponyms.some((toponym) => toponym.start < end && toponym.end > start)
  );
}

/**
 * The day that an act of speech stands with itself; what it is about has others. Between the two a day of the
 * news is the act's, for what it is about was news before.
 */
export function verbalTime({ pieces: [piece] }: Draft, published: string | null): Piece | null {
  if (!piece) return null;
  const { reading, frames } = piece;
  const triggers = frames.map(({ from }) => from);
  const time = reading.times.find((each) => {
    const verb = governorOf(reading, each)?.verb;
    // "condemned the killing of two men on Monday"
    const nearer = reading.frames.some(({ from }) => verb && from >= verb.to && from < each.from);
    const isNews = published !== null && Math.abs(daysBetween(each.end, published)) <= 1;
    return verb && (!nearer || isNews) && triggers.some((at) => at >= verb.from && at < verb.to);
  });
  return time ? { ...piece, time } : null;
}

/**
 * Where it was said: the country or division that speaks, where it is named, else the town that the report is datelined;
 * the places in what is said are those of other things.
 */
export function verbalPlace(
  { pieces: [piece] }: Draft,
  toponyms: readonly Toponym[],
  readings: readonly SentenceReading[],
): ChosenPlace | null {
  if (!piece) return null;
  const toponym = speakersPlace(piece, toponyms);
  if (!toponym) return datelined(toponyms, readings);
  const { kind, place } = toponym;
  const level = kind === 'locative' && place!.kind !== 'country' ? 'admin1' : 'country';
  return { piece: { ...piece, place: toponym }, toponym, level, spoken: true };
}

function speakersPlace(
  { reading, frames: [frame] }: Piece,
  toponyms: readonly Toponym[],
): Toponym | undefined {
  const phrase = frame?.agentPhrase;
  if (!phrase) return undefined;
  const { tokens } = reading.sentence;
  const [start, end] = [tokens[phrase.from]!.start, tokens[phrase.to - 1]!.end];
  return toponyms.find((each) => each.place && each.start < end && each.end > start);
}

/** "MANILA (AP) -- The president condemned": in capitals at the very beginning of the text. */
function datelined(
  toponyms: readonly Toponym[],
  readings: readonly SentenceReading[],
): ChosenPlace | null {
  const reading = readings.find(({ sentence }) => sentence.part === 'body');
  const toponym = toponyms.find(({ start }) => start === reading?.sentence.start);
  if (!reading || toponym?.place?.kind !== 'city' || !isShouted(toponym.words)) return null;
  const piece = { reading, frames: [], tolls: [], time: null, place: toponym };
  return { piece, toponym, level: 'place', spoken: true };
}
