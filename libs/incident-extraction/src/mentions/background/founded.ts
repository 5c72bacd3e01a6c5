import type { Realis } from '@tocsin/contracts';
import type { Frame } from '../../reading/frames.js';
import { phraseAround } from '../../syntax/phrase-lookup.js';
import { POSSESSIVE } from '../../syntax/verb-groups.js';
import type { Sentence } from '../../text/document.js';
import type { Draft, Piece } from '../draft.js';
import { isOlder } from './ages.js';
import { isRelative, timesNear } from './clause.js';

/** What tells of no happening, past or to come. */
const UNREAL: ReadonlySet<Realis> = new Set(['hypothetical', 'generic', 'negated']);
/** What gives a noun to the reader as new. */
const NEW = /^(?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|several|many|\d+)$/;

/**
 * Whether some sentence tells a draft's happening as news, rather than names it while it tells something else: by a
 * verb that stands in no relative clause, by a noun that is what the sentence says or new to the reader, or of the
 * last few days.
 */
export const isFounded = ({ pieces }: Draft, published: string | null): boolean =>
  pieces.some(
    (piece) =>
      (piece.frames.length === 0 && piece.tolls.length > 0) ||
      piece.frames.some((frame) => founds(frame, piece, published)),
  );

function founds(frame: Frame, piece: Piece, published: string | null): boolean {
  const { naming, recalled, realis, trigger } = frame;
  if (naming || recalled !== null || UNREAL.has(realis)) return false;
  const { sentence, times } = piece.reading;
  if (!frame.aside || sentence.part === 'title') return true;
  const told = trigger.form === 'noun' ? isNew(frame, piece) : !isRelative(sentence.tokens, frame);
  return told || (published !== null && timesNear(times, frame).some(isRecent(published)));
}

const isRecent =
  (published: string) =>
  ({ end }: { readonly end: string }): boolean =>
    !isOlder(end, published, 'passing');

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
