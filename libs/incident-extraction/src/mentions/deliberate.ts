import { cues } from '../lexicon/cues.js';
import { senseOf } from '../lexicon/triggers.js';
import type { Frame } from '../reading/frames.js';
import type { SentenceReading } from '../reading/sentence-reading.js';

/** How far into an article its news is told, in sentences: there it says whether a crash was meant. */
const LEAD = 15;
const RAMMING = senseOf('ram-attack');

const hits = ({ trigger: { sense } }: Frame): boolean => sense.id === 'ram';
const crashes = (frame: Frame): boolean => hits(frame) || frame.trigger.sense.id === 'crash';

/**
 * A vehicle that is driven into people is an accident until the article says that it was meant: then its crashes
 * are an attack.
 */
export function readIntent<R extends Told>(
  readings: readonly R[],
  withFrames: (reading: R, frames: readonly Frame[]) => R,
): readonly R[] {
  if (!readings.some(({ frames }) => frames.some(hits))) return readings;
  if (!readings.slice(0, LEAD).some(isMeant)) return readings;
  return readings.map((reading) =>
    reading.frames.some(crashes)
      ? withFrames(
          reading,
          reading.frames.map((f) => (crashes(f) ? asAttack(f) : f)),
        )
      : reading,
  );
}

type Told = Pick<SentenceReading, 'sentence' | 'frames'>;

/** A word for intent, or for an attack that is told and not feared. */
function isMeant({ sentence: { tokens }, frames }: Told): boolean {
  const attacked = frames.some(
    ({ trigger: { sense }, realis }) =>
      realis === 'actual' && (sense.id === 'attack' || sense.id === 'ram-attack'),
  );
  return attacked || cues.findAll(tokens).some(({ value }) => value.includes('intent'));
}

const asAttack = (frame: Frame): Frame => ({
  ...frame,
  trigger: { ...frame.trigger, sense: RAMMING },
});
