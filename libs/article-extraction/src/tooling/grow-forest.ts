import type { Forest } from '../blocks/forest.js';

/** Rows of features with what they should come to. */
export interface Samples {
  readonly rows: Float32Array;
  /** Values in each row. */
  readonly width: number;
  /** 0 or 1 by row. */
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

export interface GrowthOptions {
  readonly trees: number;
  readonly depth: number;
  /** Shrinkage of each tree's leaves. */
  readonly rate: number;
  /** L2 penalty of leaves. */
  readonly lambda: number;
  /** Least sum of hessians in a leaf. */
  readonly minChild: number;
  /** Shares of rows and of features that each tree sees. */
  readonly rowShare: number;
  readonly featureShare: number;
  readonly seed: number;
}

const BINS = 64;

interface Node {
  feature: number;
  threshold: number;
  left: number;
}

/**
 * Gradient boosting of depth-limited regression trees on the logistic loss, second order, on binned
 * features (Chen & Guestrin 2016, XGBoost, sections 2 and 3.2). Deterministic for a seed.
 */
export function growForest(samples: Samples, options: GrowthOptions): Forest {
  const { labels, weights, width } = samples;
  const n = labels.length;
  const random = generator(options.seed);
  const { bins, borders } = binned(samples);
  let [positive, total] = [0, 0];
  for (let i = 0; i < n; i++) {
    total += weights[i] as number;
    positive += (weights[i] as number) * (labels[i] as number);
  }
  const bias = Math.log(positive / (total - positive));
  const scores = new Float64Array(n).fill(bias);
  const gradients = new Float64Array(n);
  const hessians = new Float64Array(n);
  const nodes: Node[] = [];
  const roots: number[] = [];
  for (let tree = 0; tree < options.trees; tree++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-(scores[i] as number)));
      const w = weights[i] as number;
      gradients[i] = w * (p - (labels[i] as number));
      hessians[i] = w * Math.max(1e-6, p * (1 - p));
    }
    const rows: number[] = [];
    for (let i = 0; i < n; i++) if (random() < options.rowShare) rows.push(i);
    const features: number[] = [];
    for (let f = 0; f < width; f++) if (random() < options.featureShare) features.push(f);
    const root = nodes.length;
    roots.push(root);
    nodes.push({ feature: -1, threshold: 0, left: -1 });
    split(root, Int32Array.from(rows), options.depth, features);
    for (let i = 0; i < n; i++) scores[i] = (scores[i] as number) + leafOf(root, i);
  }
  return {
    bias,
    roots,
    feature: nodes.map((node) => node.feature),
    threshold: nodes.map((node) => node.threshold),
    left: nodes.map((node) => node.left),
  };

  function leafOf(root: number, row: number): number {
    let node = nodes[root] as Node;
    while (node.feature >= 0) {
      const value = samples.rows[row * width + node.feature] as number;
      node = nodes[value <= node.threshold ? node.left : node.left + 1] as Node;
    }
    return node.threshold;
  }

  function split(at: number, rows: Int32Array, depth: number, features: readonly number[]): void {
    let [g, h] = [0, 0];
    for (const row of rows) {
      g += gradients[row] as number;
      h += hessians[row] as number;
    }
    const node = nodes[at] as Node;
    node.threshold = (-options.rate * g) / (h + options.lambda);
    if (depth === 0) return;
    const best = bestSplit(rows, features, g, h);
    if (best === undefined) return;
    const inLeft = (row: number): boolean =>
      (bins[row * width + best.feature] as number) <= best.bin;
    node.feature = best.feature;
    node.threshold = (borders[best.feature] as Float32Array)[best.bin] as number;
    node.left = nodes.length;
    nodes.push({ feature: -1, threshold: 0, left: -1 }, { feature: -1, threshold: 0, left: -1 });
    split(node.left, rows.filter(inLeft), depth - 1, features);
    split(
      node.left + 1,
      rows.filter((row) => !inLeft(row)),
      depth - 1,
      features,
    );
  }

  function bestSplit(rows: Int32Array, features: readonly number[], g: number, h: number) {
    const { lambda, minChild } = options;
    let best: { feature: number; bin: number } | undefined;
    let bestGain = 1e-4;
    const whole = (g * g) / (h + lambda);
    const sumG = new Float64Array(BINS);
    const sumH = new Float64Array(BINS);
    for (const feature of features) {
      sumG.fill(0);
      sumH.fill(0);
      for (const row of rows) {
        const bin = bins[row * width + feature] as number;
        sumG[bin] = (sumG[bin] as number) + (gradients[row] as number);
        sumH[bin] = (sumH[bin] as number) + (hessians[row] as number);
      }
      const last = (borders[feature] as Float32Array).length;
      let [leftG, leftH] = [0, 0];
      for (let bin = 0; bin < last; bin++) {
        leftG += sumG[bin] as number;
        leftH += sumH[bin] as number;
        const rightH = h - leftH;
        if (leftH < minChild || rightH < minChild) continue;
        const rightG = g - leftG;
        const gain =
          (leftG * leftG) / (leftH + lambda) + (rightG * rightG) / (rightH + lambda) - whole;
        if (gain > bestGain) {
          bestGain = gain;
          best = { feature, bin };
        }
      }
    }
    return best;
  }
}

/** Each value as the number of its bin; a bin's border belongs to it. */
function binned({ rows, width, labels }: Samples): { bins: Uint8Array; borders: Float32Array[] } {
  const n = labels.length;
  const bins = new Uint8Array(rows.length);
  const borders: Float32Array[] = [];
  for (let feature = 0; feature < width; feature++) {
    const values = new Float32Array(n);
    for (let i = 0; i < n; i++) values[i] = rows[i * width + feature] as number;
    const cuts = quantiles(values);
    borders.push(cuts);
    for (let i = 0; i < n; i++)
      bins[i * width + feature] = binOf(cuts, rows[i * width + feature] as number);
  }
  return { bins, borders };
}

function quantiles(values: Float32Array): Float32Array {
  const sorted = Float32Array.from(values).sort();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= BINS) return Float32Array.from(distinct.slice(0, -1));
  const cuts = new Set<number>();
  for (let bin = 1; bin < BINS; bin++)
    cuts.add(sorted[Math.floor((bin * sorted.length) / BINS)] as number);
  return Float32Array.from([...cuts].filter((cut) => cut < (sorted.at(-1) as number)));
}

function binOf(cuts: Float32Array, value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (cuts[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
