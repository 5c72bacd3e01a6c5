import {
  containerFeatures,
  likeFeatures,
  mainFeatures,
  sizeFeatures,
} from './container-features.js';
import type { FeatureGroup } from './feature-group.js';
import { mainPart } from './main-part.js';
import type { PageFacts } from './page-facts.js';
import { pageSums } from './page-sums.js';
import {
  elementFeatures,
  markFeatures,
  neighbourFeatures,
  placeFeatures,
} from './place-features.js';
import { statedFeatures, textFeatures } from './text-features.js';

const GROUPS: readonly FeatureGroup[] = [
  textFeatures,
  elementFeatures,
  statedFeatures,
  placeFeatures,
  neighbourFeatures,
  containerFeatures,
  likeFeatures,
  sizeFeatures,
  mainFeatures,
  markFeatures,
];

/** All features in the order of their numbers. */
export const FEATURE_NAMES: readonly string[] = GROUPS.flatMap(({ names }) => names);
export const FEATURES = FEATURE_NAMES.length;

/** Outside the main part fewer words are never taken for the article's: labels, links, menus. */
const MIN_WORDS_OUTSIDE = 8;

/** The blocks that may be the article's, and a row of `FEATURES` values for each of them. */
export interface Candidates {
  /** Numbers of blocks. */
  readonly numbers: readonly number[];
  readonly rows: Float32Array;
}

export function candidates(facts: PageFacts): Candidates {
  const { blocks, shapes } = facts;
  const main = mainPart(facts);
  const numbers: number[] = [];
  blocks.forEach(({ element }, at) => {
    if ((shapes[at]?.words ?? 0) >= MIN_WORDS_OUTSIDE || main.root.contains(element))
      numbers.push(at);
  });
  const context = { facts, main, sums: pageSums(facts) };
  const rows = new Float32Array(numbers.length * FEATURES);
  let offset = 0;
  for (const at of numbers)
    for (const group of GROUPS) {
      const values = group.of(context, at);
      for (let i = 0; i < values.length; i++) rows[offset++] = values[i] as number;
    }
  return { numbers, rows };
}
