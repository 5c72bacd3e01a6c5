import type { Realis } from '@tocsin/contracts';
import { OPENERS } from '../reading/subordinate.js';
import type { Frame } from '../reading/frames.js';
import { daysBetween } from '../time/calendar.js';
import { phraseAround } from '../syntax/phrase-lookup.js';
import { POSSESSIVE } from '../syntax/verb-groups.js';
import type { Sentence } from '../text/document.js';
import type { Draft, Piece } from './draft.js';

/** A happening of so many days before publication at most is news even where a clause tells it aside. */
const NEWS_DAYS = 4;
/** How far before its word a clause opens, and behind it its day stands, in tokens. */
const REACH = 12;
const RELATIVE = /^(?:who|whom|whose|which|that)$/;
/** What tells of no happening, past or to come. */
const UNREAL: ReadonlySet<Realis> = new Set(['hypothetical', 'generic', 'negated']);
/** What gives a noun to the reader as new. */
const NEW = /^(?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|several|many|\d+)$/;

/**
 * Whether some sentence tells a draft's happening as news, rather than names it while it tells something else: by a
 * verb that stands in no relative clause, by a noun that is what the sentence says or new to the reader, or of the
 * last few days.
 */
export function isFounded(
  { published }: { readonly published: string | null },
  { pieces }: Draft,
): boolean {
  return pieces.some(
    (piece) =>
      (piece.frames.length === 0 && piece.tolls.length > 0) ||
      piece.frames.some((frame) => founds(frame, piece, published)),
  );
}

function founds(frame: Frame, piece: Piece, published: string | null): boolean {
  const { naming, recalled, realis, trigger } = frame;
  if (naming || recalled !== null || UNREAL.has(realis)) return false;
  if (!frame.aside || piece.reading.sentence.part === 'title') return true;
  return (
    (trigger.form === 'noun' ? isNew(frame, piece) : !isRelative(frame, piece)) ||
    isRecent(frame, piece, published)
  );
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

/** "the man who shot them": which man, not what happened. */
function isRelative({ from }: Frame, { reading: { sentence } }: Piece): boolean {
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    const { low } = sentence.tokens[i]!;
    if (RELATIVE.test(low)) return true;
    if (OPENERS.test(low)) return false;
  }
  return false;
}

/** With a day of its own in the same clause that is just past. */
function isRecent({ from, to }: Frame, { reading }: Piece, published: string | null): boolean {
  if (!published) return false;
  return reading.times.some((time) => {
    const gap = Math.max(time.from - to, from - time.to);
    return gap <= REACH && daysBetween(time.end, published) <= NEWS_DAYS;
  });
}
