import { Between } from './between.js';

/** Sums between groups, of which most pairs have none. */
export const sumsBetween = (size: number): Between<number> => new Between(size, (a, b) => a + b);

/** Sums of what links add between groups, each named by a number; nothing is 0. */
export interface Gains {
  get(a: number, b: number): number;
  /** Before any groups are one. */
  set(a: number, b: number, gain: number): void;
  /** Gives one group what another had; the other has nothing any longer. */
  unite(into: number, from: number): void;
}

/** Up to here a square of sums is smaller than the maps that it replaces, or at most 8 MiB. */
const MOST_SQUARE = 1_024;

export const gainsAmong = (size: number): Gains =>
  size <= MOST_SQUARE ? new Square(size) : new Sparse(size);

/** Every pair's sum in its place: a much told incident has links between most of its mentions. */
class Square implements Gains {
  private readonly sums: Float64Array;

  constructor(private readonly size: number) {
    this.sums = new Float64Array(size * size);
  }

  get(a: number, b: number): number {
    return this.sums[a * this.size + b] as number;
  }

  set(a: number, b: number, gain: number): void {
    this.sums[a * this.size + b] = gain;
    this.sums[b * this.size + a] = gain;
  }

  unite(into: number, from: number): void {
    const { size, sums } = this;
    for (let other = 0; other < size; other += 1) {
      const moved = sums[from * size + other] as number;
      if (moved === 0) continue;
      this.set(from, other, 0);
      if (other !== into) this.set(into, other, this.get(into, other) + moved);
    }
  }
}

class Sparse implements Gains {
  private readonly sums: Between<number>;

  constructor(size: number) {
    this.sums = sumsBetween(size);
  }

  get(a: number, b: number): number {
    return this.sums.get(a, b) ?? 0;
  }

  set(a: number, b: number, gain: number): void {
    this.sums.set(a, b, gain);
  }

  unite(into: number, from: number): void {
    this.sums.unite(into, from);
  }
}
