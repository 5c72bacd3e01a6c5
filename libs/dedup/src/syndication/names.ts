import { fmix32 } from './mix.js';
import { MARK, type FoldedText } from './words.js';

/** Values of a sketch: with fewer pairs than these it is the whole set, else the estimate's error is about .06. */
export const SKETCH_SIZE = 64;

const TABLE_BITS = 16;
const SHIFT = 32 - TABLE_BITS;
const BASE = 0x9e3779b1;
/** Made once: zeroing them costs less than collecting them. Nothing of one call is seen by the next. */
const small = new Uint32Array(1 << (TABLE_BITS - 5));
const named = new Uint32Array(1 << (TABLE_BITS - 5));
const shared = new Uint32Array(1 << 13);

/**
 * The names and figures of a text in their order, pair by pair, as the smallest hashes of the set, ascending.
 * Those who rewrite a text by a thesaurus leave both as they are, since nothing means the same (DSpin, NDSS 2014,
 * knows spun pages by their "immutables"); two reporters who tell of one event share names, hardly their sequence.
 * A name is a word with a capital where none is due, that the text nowhere writes small.
 */
export function sketchNames({ hashes, marks }: FoldedText): Uint32Array {
  small.fill(0);
  named.fill(0);
  for (let at = 0; at < hashes.length; at += 1) {
    const mark = marks[at] as number;
    if (mark & MARK.lower) note(small, hashes[at] as number);
    else if ((mark & (MARK.capital | MARK.first)) === MARK.capital)
      note(named, hashes[at] as number);
  }
  const pairs = hashes.length > shared.length ? new Uint32Array(hashes.length) : shared;
  let count = 0;
  let before = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const mark = marks[at] as number;
    const hash = hashes[at] as number;
    const isName = (mark & MARK.capital) !== 0 && has(named, hash) && !has(small, hash);
    if (!isName && (mark & MARK.digit) === 0) continue;
    if (before !== 0) pairs[count++] = fmix32(Math.imul(before, BASE) + hash) >>> 0;
    before = hash;
  }
  return smallest(pairs.subarray(0, count).sort());
}

/** One bit a word: of a hundred words of an article one is taken for another, which costs two pairs. */
function note(table: Uint32Array, hash: number): void {
  const at = hash >>> SHIFT;
  table[at >>> 5] = (table[at >>> 5] as number) | (1 << (at & 31));
}

function has(table: Uint32Array, hash: number): boolean {
  const at = hash >>> SHIFT;
  return (((table[at >>> 5] as number) >>> (at & 31)) & 1) === 1;
}

function smallest(sorted: Uint32Array): Uint32Array {
  const sketch = new Uint32Array(Math.min(SKETCH_SIZE, sorted.length));
  let count = 0;
  for (let at = 0; at < sorted.length && count < SKETCH_SIZE; at += 1) {
    if (count === 0 || sorted[at] !== sketch[count - 1]) sketch[count++] = sorted[at] as number;
  }
  return sketch.slice(0, count);
}

/** How two texts' names and figures lie to each other. */
export interface NameLikeness {
  /** Estimated Jaccard similarity of the two sets of pairs. */
  readonly jaccard: number;
  /** Estimated share of the smaller set that the other has too. */
  readonly containment: number;
  /** Pairs of the text that has fewer; at most `SKETCH_SIZE`. */
  readonly fewest: number;
}

/** Bottom-k estimates: of the k smallest hashes of both together, those that both have. */
export function compareNames(a: Uint32Array, b: Uint32Array): NameLikeness {
  const fewest = Math.min(a.length, b.length);
  let [atA, atB, union, common] = [0, 0, 0, 0];
  while (union < SKETCH_SIZE && (atA < a.length || atB < b.length)) {
    const [valueA, valueB] = [a[atA] ?? Infinity, b[atB] ?? Infinity];
    if (valueA <= valueB) atA += 1;
    if (valueB <= valueA) atB += 1;
    if (valueA === valueB) common += 1;
    union += 1;
  }
  const jaccard = union === 0 ? 0 : common / union;
  const [sizeA, sizeB] = [sizeOf(a), sizeOf(b)];
  const shared = (jaccard / (1 + jaccard)) * (sizeA + sizeB);
  return {
    jaccard,
    containment: jaccard === 0 ? 0 : Math.min(1, shared / Math.min(sizeA, sizeB)),
    fewest,
  };
}

/** Distinct pairs: all of them are in a sketch that is not full; of a full one the largest value tells how dense. */
function sizeOf(sketch: Uint32Array): number {
  if (sketch.length < SKETCH_SIZE) return sketch.length;
  return ((SKETCH_SIZE - 1) * 2 ** 32) / ((sketch.at(-1) as number) + 1);
}
