import type { Frame } from '../reading/frames.js';

/** By what deeds of force are done, for senses that say so. */
const MEANS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    blast: ['bombing', 'explosion', 'suicide-bomb'],
    strike: ['shelling', 'air-strike', 'drone-strike'],
    gun: ['shoot', 'shooting', 'shoot-dead', 'gunfight', 'accidental-shooting'],
    blade: ['stab'],
  }).flatMap(([means, senses]) => senses.map((sense) => [sense, means] as const)),
);

/** The means of one word's sense; undefined where it says none. */
export const meansBy = ({ sense }: Frame['trigger']): string | undefined => MEANS.get(sense.id);

export const meansOf = (frames: readonly Frame[]): ReadonlySet<string> =>
  new Set(frames.flatMap(({ trigger }) => meansBy(trigger) ?? []));

/** Whether both say by what means, and not by the same. */
export const areOtherMeans = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((each) => b.has(each));

/** By what means: bombs and fires are set to things, people are shot, stabbed or beaten. */
const ROUGH: Readonly<Record<string, string>> = {
  bombing: 'bomb',
  explosion: 'bomb',
  'suicide-bomb': 'bomb',
  grenade: 'bomb',
  arson: 'fire',
  loot: 'fire',
  shoot: 'gun',
  'shoot-dead': 'gun',
  shooting: 'gun',
  execute: 'gun',
  assassinate: 'gun',
  homicide: 'gun',
  stab: 'gun',
};

/** The same for what was done. */
export function roughMeansOf(frames: readonly Frame[]): Set<string> {
  return new Set(
    frames
      .filter(({ realis }) => realis === 'actual')
      .flatMap(({ trigger }) => ROUGH[trigger.sense.id] ?? []),
  );
}
