import { WordList } from '../language/word-list.js';
import type { Token } from '../text/tokens.js';
import type { TimeExpression } from './find-times.js';

const STAMPING = new WordList(/^(?:posted|updated|published|modified)$/);

/** "(Published Tuesday, Jan. 3)", "Updated: 2016-07-15 06:50": the page's time, behind a word that opens a line or a bracket, or has a colon. */
export function isStamp(tokens: readonly Token[], { from }: TimeExpression): boolean {
  let at = from - 1;
  while (at >= 0 && /^(?:[:(|,-]|on|at|last)$/.test(tokens[at]!.low)) at--;
  if (at < 0 || !STAMPING.test(tokens[at]!.low) || !tokens[at]!.capital) return false;
  const before = tokens[at - 1];
  if (tokens[at + 1]!.low === ':') return true;
  return before === undefined || before.kind === 'mark' || before.low === 'last';
}
