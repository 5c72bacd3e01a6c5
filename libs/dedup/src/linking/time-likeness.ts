import type { LinkableMention } from './linkable.js';
import { gapDays, spanOf } from './when-span.js';

/** "Last night" is one day or the other; two days apart are two incidents unless much else agrees. */
export const MAX_GAP_DAYS = 2;

/** Log-odds of one incident by when it happened; null: impossible. */
export function timeLikeness(a: LinkableMention, b: LinkableMention): number | null {
  const [spanA, spanB] = [spanOf(a), spanOf(b)];
  const gap = gapDays(spanA, spanB);
  if (gap > MAX_GAP_DAYS) return null;
  const longest = Math.max(spanA.last - spanA.first, spanB.last - spanB.first);
  if (longest > 1) return gap === 0 ? 0.2 : -0.6;
  return [1, 0, -1][gap] ?? null;
}
