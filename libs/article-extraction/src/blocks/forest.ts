/**
 * A boosted forest of small decision trees, flat: node `i` compares feature `feature[i]` with
 * `threshold[i]`, goes to `left[i]` where the value is not above it and to the node after that where it
 * is; a leaf has feature -1 and its value in `threshold`.
 */
export interface Forest {
  /** Log-odds before any tree. */
  readonly bias: number;
  /** The root's number of each tree. */
  readonly roots: readonly number[];
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
}

/** A forest in typed arrays, ready to be asked. */
export class CompiledForest {
  private readonly feature: Int16Array;
  private readonly threshold: Float64Array;
  private readonly left: Int32Array;
  private readonly roots: Int32Array;
  private readonly bias: number;

  constructor({ feature, threshold, left, roots, bias }: Forest) {
    this.feature = Int16Array.from(feature);
    this.threshold = Float64Array.from(threshold);
    this.left = Int32Array.from(left);
    this.roots = Int32Array.from(roots);
    this.bias = bias;
  }

  /** The probability for one row of features that starts at `offset`, 0 to 1. */
  probability(rows: Float32Array, offset: number): number {
    let sum = this.bias;
    const { feature, threshold, left } = this;
    for (const root of this.roots) {
      let node = root;
      let by = feature[node] as number;
      while (by >= 0) {
        const first = left[node] as number;
        node = (rows[offset + by] as number) <= (threshold[node] as number) ? first : first + 1;
        by = feature[node] as number;
      }
      sum += threshold[node] as number;
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
