import type { TokenSpan } from '../reading/frames.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import { WordList } from '../language/word-list.js';

/** What opens no phrase: "mowed down pedestrians", "said that Afghan police". */
const LOOSE = new WordList(/^(?:down|up|out|off|away|that|of)$/);
const PARTICIPLE = /(?:ed|ing|en|n|t)$/;

/**
 * A phrase for people without the verb before it, which is told from what it rules by its part of speech only:
 * "police release suspect", "to protect boy", "identified different suspects". A participle right before its
 * noun is the noun's own ("wounded officers").
 */
export function trimmed(
  { sentence: { tokens }, syntax: { pos } }: Pick<SentenceReading, 'sentence' | 'syntax'>,
  { from, to }: TokenSpan,
): TokenSpan {
  let start = from;
  for (let at = from; at < to - 1; at++) {
    const { low } = tokens[at]!;
    const own = PARTICIPLE.test(low) && /^(?:NOUN|PROPN)$/.test(pos[at + 1] ?? '');
    if (pos[at] === 'VERB' ? !own : at === start && LOOSE.test(low)) start = at + 1;
  }
  return { from: start, to };
}
