import { areAlike, gainOf } from './average-linkage.js';
import { gainsAmong, type Gains } from './gains.js';
import { Partition } from './partition.js';

/** Of a mention, what its part is counted by. */
export interface PartMember {
  readonly isAnchor: boolean;
  /** Whether it was compared with delegates alone: two such were never compared. */
  readonly isSilent: boolean;
}

interface Size {
  anchors: number;
  silent: number;
  silentAnchors: number;
}

/** Mentions, by their places in a list, that are alike: what average linkage compares. */
export class Parts {
  private readonly parts: Partition;
  private readonly sizes: Size[];
  /** Of links between anchors, and of those with another mention at one end at least. */
  private readonly anchored: Gains;
  private readonly vague: Gains;

  constructor(private readonly nodes: readonly PartMember[]) {
    this.parts = new Partition(nodes.length);
    this.sizes = nodes.map(({ isAnchor, isSilent }) => ({
      anchors: isAnchor ? 1 : 0,
      silent: isSilent ? 1 : 0,
      silentAnchors: isAnchor && isSilent ? 1 : 0,
    }));
    this.anchored = gainsAmong(nodes.length);
    this.vague = gainsAmong(nodes.length);
  }

  /** Before any are joined. */
  link(a: number, b: number, score: number): void {
    const gains = this.areAnchors(a, b) ? this.anchored : this.vague;
    gains.set(a, b, gainOf(score));
  }

  areOne(a: number, b: number): boolean {
    return this.parts.of(a) === this.parts.of(b);
  }

  /**
   * Whether the parts of two mentions are one incident. Where both have anchors these alone are asked.
   * @param told what else is known of pairs of mentions, one of each part or not
   */
  areAlike(
    a: number,
    b: number,
    told: readonly { readonly a: number; readonly b: number; readonly score: number }[],
  ): boolean {
    const [here, there] = [this.parts.of(a), this.parts.of(b)];
    const [x, y] = [this.sizes[here] as Size, this.sizes[there] as Size];
    const anchorPairs = x.anchors * y.anchors - x.silentAnchors * y.silentAnchors;
    const pairs =
      anchorPairs > 0 ? anchorPairs : this.sizeOf(here) * this.sizeOf(there) - x.silent * y.silent;
    let gain = this.anchored.get(here, there);
    if (anchorPairs <= 0) gain += this.vague.get(here, there);
    for (const { a: one, b: other, score } of told) {
      const [from, to] = [this.parts.of(one), this.parts.of(other)];
      const isBetween = (from === here && to === there) || (from === there && to === here);
      if (isBetween && (anchorPairs <= 0 || this.areAnchors(one, other))) gain += gainOf(score);
    }
    return areAlike(gain, pairs);
  }

  join(a: number, b: number): void {
    const [here, there] = [this.parts.of(a), this.parts.of(b)];
    const [into, from] = this.parts.bySize(here, there);
    this.parts.unite(into, from);
    const [sum, more] = [this.sizes[into] as Size, this.sizes[from] as Size];
    sum.anchors += more.anchors;
    sum.silent += more.silent;
    sum.silentAnchors += more.silentAnchors;
    this.anchored.unite(into, from);
    this.vague.unite(into, from);
  }

  private sizeOf(part: number): number {
    return this.parts.members(part).length;
  }

  private areAnchors(a: number, b: number): boolean {
    return this.nodes[a]?.isAnchor === true && this.nodes[b]?.isAnchor === true;
  }
}
