import type { Frame } from '../reading/frames.js';
import type { SentenceReading } from '../reading/sentence-reading.js';

type Told = Pick<SentenceReading, 'sentence' | 'frames'>;

/**
 * "Woman wasn't kidnapped, police say": what a headline says was not done to anyone was not done, whoever first said so
 * below. Of harm it counts those who took none, and where it names a doer it may deny no more than that.
 */
export function readDenial<R extends Told>(
  readings: readonly R[],
  withFrames: (reading: R, frames: readonly Frame[]) => R,
): readonly R[] {
  const denied = new Set(
    readings
      .filter(({ sentence }) => sentence.part === 'title')
      .flatMap(({ frames }) => frames.filter(denies))
      .map(({ trigger }) => trigger.sense.id),
  );
  if (denied.size === 0) return readings;
  const isDenied = ({ trigger, realis }: Frame): boolean =>
    realis === 'actual' && denied.has(trigger.sense.id);
  return readings.map((reading) =>
    reading.frames.some(isDenied)
      ? withFrames(
          reading,
          reading.frames.map((f) => (isDenied(f) ? { ...f, realis: 'negated' } : f)),
        )
      : reading,
  );
}

const BODILY: ReadonlySet<string> = new Set(['killed', 'injured']);

const denies = ({ trigger: { form, sense }, realis, agentPhrase, patientPhrase }: Frame): boolean =>
  realis === 'negated' &&
  form !== 'noun' &&
  sense.plover === 'ASSAULT' &&
  !BODILY.has(sense.effect ?? '') &&
  agentPhrase === null &&
  patientPhrase !== null;
