import type { Realis } from '@tocsin/contracts';
import type { Frame } from '../../reading/frames.js';
import { phraseAround } from '../../syntax/phrase-lookup.js';
import { POSSESSIVE } from '../../syntax/verb-groups.js';
import type { Sentence } from '../../text/document.js';
import type { SentenceReading } from '../../reading/sentence-reading.js';
import type { Draft, Piece } from '../draft.js';
import { isOwnDay } from '../time-clause.js';
import { isOlder } from './ages.js';
import { isRelative, timesNear } from './clause.js';

/** What tells of a happening that was. */
const REAL: ReadonlySet<Realis> = new Set(['actual', 'attempted']);
/** What gives a noun to the reader as new. */
const NEW = /^(?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|several|many|\d+)$/;

/** Title and lead, in sentences. */
const LEAD = 3;

/**
 * Whether some sentence tells a draft's happening as news, rather than names it while it tells something else: by a
 * verb that stands in no relative clause, by a noun that is what the sentence says or new to the reader, or of the
 * last few days. What the title and the lead only name ("charged in the stabbing", "paid tribute to the victims of the
 * bombing") later sentences make news with such a day alone: they tell of it what readers may have forgotten.
 */
export function isFounded({ pieces }: Draft, published: string | null): boolean {
  const lead = pieces.filter(({ reading }) => reading.sentence.index <= LEAD);
  const named = lead.some(({ frames }) => frames.length > 0);
  const heard = named ? lead : pieces;
  return (
    heard.some(
      (piece) =>
        (piece.frames.length === 0 && piece.tolls.length > 0) ||
        piece.frames.some((frame) => founds(frame, piece, published)),
    ) ||
    (published !== null && pieces.some((piece) => isFresh(piece, published)))
  );
}

/** Told, and of the last few days by the sentence's own words. */
const isFresh = (piece: Piece, published: string): boolean =>
  piece.frames.some(
    (frame) => founds(frame, piece, published) && hasRecentDay(frame, piece.reading, published),
  );

function founds(frame: Frame, piece: Piece, published: string | null): boolean {
  const { naming, recalled, realis, trigger } = frame;
  if (naming || recalled !== null || !REAL.has(realis)) return false;
  const { sentence } = piece.reading;
  if (sentence.part === 'title') return !isNamedInTitle(frame, piece);
  if (!frame.aside) return true;
  const told = trigger.form === 'noun' ? isNew(frame, piece) : !isRelative(sentence.tokens, frame);
  return told || (published !== null && hasRecentDay(frame, piece.reading, published));
}

/** "Man charged in town stabbing": behind a preposition a headline names what it is about, unless people come to harm in it. */
function isNamedInTitle(frame: Frame, { frames, reading }: Piece): boolean {
  const { from, trigger, patientPhrase } = frame;
  const noun = trigger.form === 'noun' || (trigger.form === 'gerund' && patientPhrase === null);
  const harms = frames.some(
    (other) =>
      other !== frame && other.trigger.form !== 'noun' && other.trigger.sense.effect !== undefined,
  );
  return noun && !harms && isBehindPreposition(from, reading);
}

function isBehindPreposition(from: number, { syntax }: SentenceReading): boolean {
  let first = phraseAround(syntax.phrases, from)?.from ?? from;
  while (/^(?:ADJ|NOUN|PROPN|DET)$/.test(syntax.pos[first - 1] ?? '')) first--;
  return /^(?:ADP|SCONJ)$/.test(syntax.pos[first - 1] ?? '');
}

/** Of the last few days, and not "charged on Monday in the killing": the day is its own. */
const hasRecentDay = (frame: Frame, reading: SentenceReading, published: string): boolean =>
  timesNear(reading.times, frame).some(
    (time) =>
      !isOlder(time.end, published, 'passing') &&
      (isOwnDay(reading, time, [frame.from]) || endsBefore(frame, time.from)),
  );

/** "the shooting of a boy on Monday": the day stands right behind whom it happened to. */
function endsBefore({ to, patientPhrase }: Frame, at: number): boolean {
  const end = Math.max(to, patientPhrase?.to ?? 0);
  return end <= at && at - end <= 1;
}

/**
 * "an attack", "there were clashes", "in clashes between farmers and herders": what is behind a preposition with "the",
 * or in general, is named only.
 */
function isNew({ from, patients, agents, patientPhrase }: Frame, { reading }: Piece): boolean {
  const { sentence, syntax } = reading;
  const phrase = phraseAround(syntax.phrases, from);
  const first = phrase?.from ?? from;
  if (syntax.pos[first - 1] !== 'ADP' || NEW.test(sentence.tokens[first]!.low)) return true;
  const bare = syntax.pos[first] !== 'DET' && !POSSESSIVE.has(sentence.tokens[first]!.low);
  return (
    bare &&
    (patientPhrase !== null ||
      agents.length + patients.length > 0 ||
      hasSides(sentence, phrase?.to ?? from))
  );
}

const hasSides = ({ tokens }: Sentence, at: number): boolean =>
  /^(?:between|with|by)$/.test(tokens[at]?.low ?? '');
