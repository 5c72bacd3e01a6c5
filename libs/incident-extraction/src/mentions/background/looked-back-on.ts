import { BE } from '../../language/function-words.js';
import type { Frame } from '../../reading/frames.js';
import type { SentenceReading } from '../../reading/sentence-reading.js';
import type { Draft, Piece } from '../draft.js';
import { isOlder } from './ages.js';
import { clauseEnd, openerBefore, timesNear } from './clause.js';

/** Title and lead, in sentences: where they only look back on something, it is not what the article reports. */
const LEAD = 3;

/**
 * Whether an article only looks back on a draft: every sentence of the title and the lead that tells it, or where
 * those don't the first that does, has it in a clause of an older day ("who were taken hostage in 2014"), as what
 * someone reacts to or remembers, or dated by its first words ("Two years ago, …").
 */
export function isLookedBackOn({ pieces }: Draft, published: string | null): boolean {
  const telling = pieces.filter(({ frames, tolls }) => frames.some(isTold) || tolls.length > 0);
  // Nothing but names of things: a brief text's topic.
  if (telling.length === 0)
    return pieces.every(({ frames }) => frames.every(({ naming }) => naming));
  const lead = telling.filter(({ reading }) => reading.sentence.index <= LEAD);
  const heard = lead.length > 0 ? lead : telling.slice(0, 1);
  return (
    heard.every((piece) => looksBack(piece, published)) &&
    (heard.some(isLongAgo) || !telling.some((piece) => isFresh(piece, published)))
  );
}

const isLongAgo = ({ frames }: Piece): boolean =>
  frames.some(({ recalled }) => recalled === 'past');

/** Told after all: in a main clause, of a day just before publication. */
const isFresh = ({ frames, time }: Piece, published: string | null): boolean =>
  time !== null &&
  published !== null &&
  !isOlder(time.end, published, 'passing') &&
  frames.some((frame) => isTold(frame) && !frame.aside && frame.recalled === null);

function looksBack({ frames, reading }: Piece, published: string | null): boolean {
  const { times, sentence } = reading;
  const { tokens } = sentence;
  const told = frames.filter(isTold);
  if (told.length === 0) return false;
  const old = times.filter(({ end }) => isOlder(end, published, 'sentence'));
  // What opens a sentence dates all of it.
  if (old.some(({ from }) => from <= 1)) return true;
  return told.every((frame) => {
    if (frame.recalled !== null || isReleasedSince(frame, reading)) return true;
    const opener = frame.aside ? openerBefore(tokens, frame.from) : null;
    if (opener === null) return false;
    const end = clauseEnd(tokens, frame.to);
    if (old.some(({ from }) => from > opener && from < end)) return true;
    const own = timesNear(times, frame).find(({ from }) => from > opener);
    if (own) return isOlder(own.end, published, 'passing');
    return old.length > 0 && tokens.slice(opener, frame.from).some(({ low }) => low === 'had');
  });
}

/** "Girls kidnapped from a school released": the participle says who is free now. */
const isReleasedSince = (
  { trigger, from, to, patientPhrase }: Frame,
  { frames, sentence: { tokens } }: SentenceReading,
): boolean =>
  trigger.sense.group === 'abduction' &&
  trigger.form !== 'noun' &&
  !BE.has(tokens[from - 1]?.low ?? '') &&
  frames.some(
    (other) =>
      other.trigger.sense.id === 'release' &&
      other.realis === 'actual' &&
      other.from >= to &&
      patientPhrase !== null &&
      other.patientPhrase?.from === patientPhrase.from,
  );

const isTold = ({ naming, realis }: Frame): boolean =>
  !naming && (realis === 'actual' || realis === 'attempted');
