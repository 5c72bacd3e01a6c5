/**
 * @param share in [0, 1]
 * @returns the smallest value that at least that share of them does not exceed; NaN of none
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
