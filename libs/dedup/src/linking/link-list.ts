import { UNITS } from './average-linkage.js';

/** Log-odds beyond this, either way, are as good as certain: e to the 50th to one. */
const CERTAIN = 50;
/** So many places have numbers that are exact; their mentions would not fit into memory. */
const MOST_PLACES = 90_000;

/**
 * Links by the places of their mentions in a list: a much told incident has hundreds of thousands. Each is one whole
 * number, how far its score is below the most and then its two ends, so that ordering them is ordering numbers.
 */
export class LinkList {
  private readonly links: Float64Array;
  private length = 0;
  private isInOrder = true;

  /**
   * @param size how many places there are
   * @param most links
   * @throws RangeError for more than 90,000 places
   */
  constructor(
    private readonly size: number,
    most: number,
  ) {
    if (size > MOST_PLACES) throw new RangeError(`${size} mentions are too many to be grouped`);
    this.links = new Float64Array(most);
  }

  /** @param score log-odds, in whole ten-thousandths; those beyond ±50 count as that */
  add(a: number, b: number, score: number): void {
    const { size } = this;
    const below = Math.round((CERTAIN - Math.max(-CERTAIN, Math.min(CERTAIN, score))) * UNITS);
    this.links[this.length] = (below * size + Math.min(a, b)) * size + Math.max(a, b);
    this.length += 1;
    this.isInOrder = false;
  }

  /** Of links that are as good, those of the mentions that come first. */
  forEachBestFirst(act: (a: number, b: number) => void): void {
    const { size } = this;
    const links = this.links.subarray(0, this.length);
    if (!this.isInOrder) links.sort();
    this.isInOrder = true;
    const square = size * size;
    for (const link of links) {
      // Dividing is several times as fast as `%` of numbers that are no small integers; it may round up to the next.
      let ends = link - Math.floor(link / square) * square;
      if (ends < 0) ends += square;
      const a = (ends / size) | 0;
      act(a, ends - a * size);
    }
  }
}
