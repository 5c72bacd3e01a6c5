/** One observation: its features, by column, and whether the answer is yes. */
export interface Observation {
  readonly features: readonly number[];
  readonly yes: boolean;
}

const MOST_STEPS = 25;
const SMALL_STEP = 1e-4;

/**
 * Weights of a logistic regression by Newton's method, the bias last. `ridge` pulls all but the bias to zero.
 * Deterministic. The cost of a step is the number of observations times the square of that of columns.
 * @param most what a column's weight may not exceed; the others are fitted beside those that would
 */
export function fitLogit(
  observations: readonly Observation[],
  ridge: number,
  most: readonly (number | undefined)[] = [],
): number[] {
  const columns = (observations[0]?.features.length ?? 0) + 1;
  const weights = new Array<number>(columns).fill(0);
  const held = new Set<number>();
  for (let round = 0; round <= 2 * columns; round += 1) {
    const gradient = descend(observations, weights, ridge, held);
    const beyond = weights.flatMap((weight, at) => (weight > (most[at] ?? Infinity) ? [at] : []));
    for (const at of beyond) {
      held.add(at);
      weights[at] = most[at] ?? 0;
    }
    // One that is held too high by now is let go.
    const free = [...held].filter((at) => !beyond.includes(at) && (gradient[at] ?? 0) > 0);
    for (const at of free) held.delete(at);
    if (beyond.length === 0 && free.length === 0) break;
  }
  return weights;
}

/** Changes all weights but those held to where the loss is least; its gradient there. */
function descend(
  observations: readonly Observation[],
  weights: number[],
  ridge: number,
  held: ReadonlySet<number>,
): number[] {
  let gradient: number[] = [];
  let loss = lossOf(observations, weights, ridge);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const rows = newtonSystem(observations, weights, ridge);
    gradient = rows.map((row) => row[weights.length] ?? 0);
    for (const at of held) rows[at] = new Float64Array(weights.length + 1).fill(1, at, at + 1);
    const change = solve(rows);
    const before = loss;
    const start = [...weights];
    // Far from its end a whole step may lead uphill, and from there ever farther away.
    let part = 1;
    do {
      for (const [at, delta] of change.entries()) weights[at] = (start[at] ?? 0) - part * delta;
      part /= 2;
      loss = lossOf(observations, weights, ridge);
    } while (part > SMALL_STEP && !(loss <= before));
    if (Math.max(...change.map(Math.abs)) < SMALL_STEP) break;
  }
  return gradient;
}

/** What is least where the weights fit best. */
function lossOf(
  observations: readonly Observation[],
  weights: readonly number[],
  ridge: number,
): number {
  const bias = weights.length - 1;
  const pulled = weights.reduce((sum, weight, at) => (at < bias ? sum + weight * weight : sum), 0);
  return observations.reduce(
    (loss, { features, yes }) => {
      const z = features.reduce((sum, x, at) => sum + x * (weights[at] ?? 0), weights[bias] ?? 0);
      const against = yes ? -z : z;
      return loss + (against > 0 ? against : 0) + Math.log1p(Math.exp(-Math.abs(against)));
    },
    (ridge * pulled) / 2,
  );
}

/** The Hessian with the gradient as its last column. */
function newtonSystem(
  observations: readonly Observation[],
  weights: readonly number[],
  ridge: number,
): Float64Array[] {
  const n = weights.length;
  const rows = weights.map((weight, at) => {
    const row = new Float64Array(n + 1);
    row[at] = at < n - 1 ? ridge : 1e-9;
    row[n] = at < n - 1 ? ridge * weight : 0;
    return row;
  });
  for (const { features, yes } of observations) {
    const x = [...features, 1];
    const z = x.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
    const chance = 1 / (1 + Math.exp(-z));
    const [error, spread] = [chance - (yes ? 1 : 0), Math.max(1e-9, chance * (1 - chance))];
    for (const [a, row] of rows.entries()) {
      const value = x[a] ?? 0;
      if (value === 0) continue;
      row[n] = (row[n] ?? 0) + error * value;
      for (let b = 0; b < n; b += 1) row[b] = (row[b] ?? 0) + spread * value * (x[b] ?? 0);
    }
  }
  return rows;
}

/** Solves a system of n rows and n + 1 columns by elimination with pivots. */
function solve(rows: Float64Array[]): number[] {
  const n = rows.length;
  for (let at = 0; at < n; at += 1) {
    const pivot = rows
      .slice(at)
      .reduce(
        (best, row, i) =>
          Math.abs(row[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0) ? at + i : best,
        at,
      );
    const pivotRow = rows[pivot] as Float64Array;
    rows[pivot] = rows[at] as Float64Array;
    rows[at] = pivotRow;
    for (const [r, row] of rows.entries()) {
      const factor = (row[at] ?? 0) / (pivotRow[at] ?? 1);
      if (r === at || factor === 0) continue;
      for (let c = at; c <= n; c += 1) row[c] = (row[c] ?? 0) - factor * (pivotRow[c] ?? 0);
    }
  }
  return rows.map((row, at) => (row[n] ?? 0) / (row[at] ?? 1));
}
