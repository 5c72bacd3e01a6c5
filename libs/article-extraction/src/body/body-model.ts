import { readFileSync } from 'node:fs';
import { FEATURE_NAMES, FEATURES, candidates } from '../blocks/features.js';
import type { Forest } from '../blocks/forest.js';
import { CompiledForest } from '../blocks/forest.js';
import type { PageFacts } from '../blocks/page-facts.js';

/** The trained model as it is kept in `data/body-model.json`. */
export interface BodyModelFile {
  /** Names of the features that the forest was grown on, in order. */
  readonly features: readonly string[];
  readonly forest: Forest;
}

/** Judges each block of a page by a forest over its features. */
export class BodyModel {
  private readonly forest: CompiledForest;

  /** @throws Error where the forest was grown on other features than these */
  constructor({ features, forest }: BodyModelFile) {
    if (features.join() !== FEATURE_NAMES.join())
      throw new Error('The body model was trained on other features: train it again.');
    this.forest = new CompiledForest(forest);
  }

  /** By block: the probability that it is the article's, 0 to 1. */
  probabilities(facts: PageFacts): Float64Array {
    const result = new Float64Array(facts.blocks.length);
    const { numbers, rows } = candidates(facts);
    numbers.forEach((at, row) => {
      result[at] = this.forest.probability(rows, row * FEATURES);
    });
    return result;
  }
}

/** The model that is shipped. */
export function loadBodyModel(): BodyModel {
  const file = new URL('../../data/body-model.json', import.meta.url);
  return new BodyModel(JSON.parse(readFileSync(file, 'utf8')) as BodyModelFile);
}
