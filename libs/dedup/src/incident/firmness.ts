import type { Claim } from '@tocsin/contracts';

type SourceClass = Claim['attribution'][number]['class'];

/**
 * How firmly whoever knows it stands behind a value. Those who count the dead and answer for it before those who pass
 * it on, before those who saw a part of it or have a side in it.
 */
const BY_CLASS: Readonly<Record<SourceClass, number>> = {
  police: 3,
  military: 3,
  government: 3,
  hospital: 3,
  court: 3,
  NGO: 2,
  media: 2,
  none: 2,
  witness: 1,
  'armed-group': 1,
  anonymous: 1,
};

/** 0 to 3; 0 for what is denied. */
export type Firmness = number;

/** Of the one at the end of the chain, who is said to know it; what is only alleged is a step less firm. */
export function firmnessOf({ attribution, hedge }: Claim): Firmness {
  if (hedge === 'denied') return 0;
  const origin = attribution.findLast(({ class: kind }) => kind !== 'none')?.class ?? 'none';
  return BY_CLASS[origin] - (hedge === 'alleged' ? 1 : 0);
}
