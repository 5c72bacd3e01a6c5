import type { Token } from '../text/tokens.js';
import { FUTURE_WORDS, PAST_WORDS } from './lexicon.js';
import { WordList } from '../language/word-list.js';

/** How far a verb may stand from its time, in tokens. */
const REACH = 12;
/** How far behind its time the next verb of a present stands that looks ahead, in tokens. */
const FAR = 24;

/** Ends the clause: what stands beyond says nothing of this time's tense. */
const STOPS = new WordList(/^[;:“”"()–—]$/);

/**
 * Whether the verb group nearest to a time looks ahead ("will … on Friday") or back; null when no verb
 * near it tells. Verbs before the time count first, as English mostly has them.
 */
export function tenseAt(
  tokens: readonly Token[],
  from: number,
  to: number,
): 'past' | 'future' | null {
  for (let i = from - 1; i >= 0 && i >= from - REACH; i--) {
    const tense = tenseOf(tokens, i);
    if (tense) return tense;
    if (STOPS.test(tokens[i]!.low)) break;
  }
  for (let i = to; i < tokens.length && i < to + REACH; i++) {
    const tense = tenseOf(tokens, i);
    if (tense) return tense;
    if (STOPS.test(tokens[i]!.low)) return null;
  }
  // "as thousands gather on Friday, a team of doctors … will stand by": nothing before tells otherwise.
  for (let i = to + REACH; i < tokens.length && i < to + FAR; i++) {
    if (STOPS.test(tokens[i]!.low)) break;
    const tense = tenseOf(tokens, i);
    if (tense) return /^(?:will|shall|won't)$/.test(tokens[i]!.low) ? tense : null;
  }
  return null;
}

function tenseOf(tokens: readonly Token[], i: number): 'past' | 'future' | null {
  const { low } = tokens[i]!;
  if (FUTURE_WORDS.has(low)) {
    // "is going to", not "the trial going on".
    const before = tokens[i + 1]?.low;
    // "the blasts next to the embassies" are told of a place.
    if (low === 'next' && before === 'to') return null;
    return low === 'going' && before !== 'to' ? null : 'future';
  }
  if (low === 'planned') return isPlan(tokens, i) ? 'future' : null;
  if (PAST_WORDS.has(low)) return 'past';
  return low.length > 4 && low.endsWith('ed') && !low.endsWith('eed') ? 'past' : null;
}

/** "a march is planned for Friday", "the march planned Friday"; what was or had been planned is over. */
function isPlan(tokens: readonly Token[], i: number): boolean {
  return !/^(?:was|were|had|have|has|he|she|they|who)$/.test(tokens[i - 1]?.low ?? '');
}
