import { CASUALTY_KINDS, type Casualties } from '@tocsin/contracts';

/** A toll grows by hours, but two dead and two hundred are two incidents, unless all else agrees. */
const FARTHEST_RATIO = 20;

/** Log-odds by the tolls: equal ones speak for one incident; different ones are normal while a toll rises. */
export function casualtyLikeness(a: Casualties, b: Casualties): number {
  let likeness = 0;
  for (const kind of CASUALTY_KINDS) {
    const [x, y] = [a[kind]?.best ?? null, b[kind]?.best ?? null];
    if (x === null || y === null) continue;
    if (x === y) likeness += x > 0 ? 0.5 : 0.1;
    else if (Math.max(x, y) > FARTHEST_RATIO * Math.max(1, Math.min(x, y))) likeness -= 0.8;
    // One dead and none: in a small incident that is a difference in kind, later a matter of counting.
    else if (Math.min(x, y) === 0) likeness -= 0.3;
  }
  return likeness;
}
