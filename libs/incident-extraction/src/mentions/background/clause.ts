import type { Frame } from '../../reading/frames.js';
import { OPENERS } from '../../reading/subordinate.js';
import type { Token } from '../../text/tokens.js';
import type { TimeExpression } from '../../time/find-times.js';

/** How far before its word a clause opens, and on either side of it its day stands, in tokens. */
const REACH = 14;
const RELATIVE = /^(?:who|whom|whose|which|that)$/;

/** The token that opens the clause a word stands in; null in a main clause. */
export function openerBefore(tokens: readonly Token[], from: number): number | null {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    const { low } = tokens[at]!;
    if (OPENERS.test(low) || low === 'that') return at;
  }
  return null;
}

/** "the man who shot them": which man, not what happened. */
export function isRelative(tokens: readonly Token[], { from }: Frame): boolean {
  const opener = openerBefore(tokens, from);
  return opener !== null && RELATIVE.test(tokens[opener]!.low);
}

/** Where a clause ends behind its word: at a comma or where the next one opens. */
export function clauseEnd(tokens: readonly Token[], from: number): number {
  const found = tokens.findIndex(({ low }, i) => i >= from && (low === ',' || OPENERS.test(low)));
  return found < 0 ? tokens.length : found;
}

/** The times that stand near a word, the nearest first. */
export function timesNear(
  times: readonly TimeExpression[],
  { from, to }: Frame,
): readonly TimeExpression[] {
  const gap = (time: TimeExpression): number => Math.max(time.from - to, from - time.to);
  return times.filter((time) => gap(time) <= REACH).sort((a, b) => gap(a) - gap(b));
}
