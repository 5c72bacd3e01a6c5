import { isBoilerplateText } from '../blocks/boilerplate-text.js';
import { sameWords } from '../blocks/compare-text.js';
import type { PageFacts } from '../blocks/page-facts.js';
import { isCaption } from './captions.js';

/** Where no block reaches the model's threshold, those that come this near to the best one are taken. */
const NEAR_BEST = 0.6;
/** No block of a page whose best one is below this is an article's. */
const LEAST = 0.1;
/** A text of this length that comes twice is one text that a page shows in two ways. */
const MIN_REPEATED = 40;
/** The title stands again only in the article's head; further down it may be a quotation. */
const HEAD_BLOCKS = 6;

/** Numbers of the blocks that are the article's, in order. */
export function keepBlocks(
  facts: PageFacts,
  probabilities: Float64Array,
  threshold: number,
): number[] {
  const { blocks, statements } = facts;
  const possible: number[] = [];
  blocks.forEach(({ text }, at) => {
    const mayBe = (probabilities[at] ?? 0) >= LEAST;
    if (mayBe && !isCaption(facts, at) && !isBoilerplateText(text)) possible.push(at);
  });
  const best = possible.reduce((most, at) => Math.max(most, probabilities[at] ?? 0), 0);
  const least = best >= threshold ? threshold : Math.max(LEAST, NEAR_BEST * best);
  const seen = new Set<string>();
  return possible
    .filter((at) => (probabilities[at] ?? 0) >= least)
    .filter((at) => {
      const text = blocks[at]?.text ?? '';
      const isNew = !seen.has(text);
      if (text.length >= MIN_REPEATED) seen.add(text);
      return isNew;
    })
    .filter(
      (at, place) => place >= HEAD_BLOCKS || !sameWords(blocks[at]?.text ?? '', statements.title),
    );
}
