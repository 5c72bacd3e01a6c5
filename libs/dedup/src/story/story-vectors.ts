import { terms } from '../keywords/terms.js';

/** A text as a point: terms to weights, of length 1. */
export type TermVector = ReadonlyMap<string, number>;

/** News tells its story in the headline and the first paragraphs; what follows is background. */
const BODY_TERMS = 250;
const TITLE_WEIGHT = 3;

interface TitledText {
  readonly title: string;
  readonly text: string;
}

/** TF-IDF vectors of the texts, the rarity of a term measured over these texts themselves. */
export function storyVectors(texts: readonly TitledText[]): TermVector[] {
  const counts = texts.map(countTerms);
  const documents = new Map<string, number>();
  for (const count of counts) {
    for (const term of count.keys()) documents.set(term, (documents.get(term) ?? 0) + 1);
  }
  return counts.map((count) => weigh(count, documents, texts.length));
}

function countTerms({ title, text }: TitledText): Map<string, number> {
  const count = new Map<string, number>();
  const add = (term: string, weight: number) => count.set(term, (count.get(term) ?? 0) + weight);
  for (const term of terms(title)) add(term, TITLE_WEIGHT);
  for (const term of terms(text, BODY_TERMS)) add(term, 1);
  return count;
}

/** Term frequency grows by its logarithm: the tenth "fire" says less than the first. */
function weigh(
  count: ReadonlyMap<string, number>,
  documents: ReadonlyMap<string, number>,
  total: number,
): TermVector {
  const weights = new Map<string, number>();
  let squares = 0;
  for (const [term, frequency] of count) {
    const rarity = Math.log((total + 1) / (documents.get(term) ?? 1));
    const weight = (1 + Math.log(frequency)) * rarity;
    weights.set(term, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [term, weight] of weights) weights.set(term, weight / length);
  return weights;
}
