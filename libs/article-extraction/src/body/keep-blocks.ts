import { isBoilerplateText } from '../blocks/boilerplate-text.js';
import { sameWords } from '../blocks/compare-text.js';
import type { PageFacts } from '../blocks/page-facts.js';
import { isCaption } from './captions.js';
import { isLabel } from './labels.js';

/**
 * Between two blocks of which the model is sure the article goes on: less is asked of blocks there than
 * of those before and after. The values did best on sites that the model had not seen.
 */
const SURE = 0.75;
const LEAST_INSIDE = 0.4;
const LEAST_OUTSIDE = 0.6;
/** Where no block reaches that, those that come this near to the best one are taken. */
const NEAR_BEST = 0.6;
/** Blocks below this are not even tried, unless no block of the page is above it. */
const LEAST = 0.1;
/** Pages of so little text that the model finds none of it: what reads as sentences is taken. */
const MIN_WORDS = 5;
const MAX_LINKS = 0.3;
/** A text of this length that comes twice is one text that a page shows in two ways. */
const MIN_REPEATED = 40;
/** The title stands again only in the article's head; further down it may be a quotation. */
const HEAD_BLOCKS = 6;

/**
 * Numbers of the blocks that are the article's, in order.
 *
 * @param probabilities by block, 0 to 1
 */
export function keepBlocks(facts: PageFacts, probabilities: Float64Array): number[] {
  const probability = (at: number): number => probabilities[at] ?? 0;
  const possible = facts.blocks
    .map((_, at) => at)
    .filter((at) => probability(at) >= LEAST && mayBeBody(facts, at));
  const likely = possible.filter(isLikely(possible, probability));
  if (likely.length > 0) return withoutRepetitions(facts, likely);
  const best = possible.reduce((most, at) => Math.max(most, probability(at)), 0);
  return withoutRepetitions(
    facts,
    best > 0
      ? possible.filter((at) => probability(at) >= NEAR_BEST * best)
      : sentences(facts).filter((at) => mayBeBody(facts, at)),
  );
}

function sentences({ blocks, shapes }: PageFacts): number[] {
  return blocks
    .map((_, at) => at)
    .filter((at) => {
      const shape = shapes[at];
      if (shape === undefined || !shape.ends || shape.words < MIN_WORDS) return false;
      return (blocks[at]?.linkDensity ?? 1) <= MAX_LINKS;
    });
}

function mayBeBody(facts: PageFacts, at: number): boolean {
  const text = facts.blocks[at]?.text ?? '';
  return !isCaption(facts, at) && !isLabel(facts, at) && !isBoilerplateText(text);
}

function isLikely(
  possible: readonly number[],
  probability: (at: number) => number,
): (at: number) => boolean {
  const sure = possible.filter((at) => probability(at) >= SURE);
  const [first = Infinity, last = -Infinity] = [sure[0], sure.at(-1)];
  return (at) => probability(at) >= (at >= first && at <= last ? LEAST_INSIDE : LEAST_OUTSIDE);
}

function withoutRepetitions({ blocks, statements }: PageFacts, kept: readonly number[]): number[] {
  const seen = new Set<string>();
  return kept.filter((at, place) => {
    const text = blocks[at]?.text ?? '';
    if (seen.has(text) || (place < HEAD_BLOCKS && sameWords(text, statements.title))) return false;
    if (text.length >= MIN_REPEATED) seen.add(text);
    return true;
  });
}
