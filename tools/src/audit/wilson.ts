/** The standard normal distribution's quantile at .975: two-sided 95 %. */
const Z = 1.959_963_984_540_054;

/** A share with its interval, all in [0, 1]. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % score interval of a share: (p̂ + z²/2n ± z √(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n), after
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
 * American Statistical Association 22 (1927), 209–212. It stays within [0, 1] and is right for few cases
 * and shares near 1, where the usual p̂ ± z·s is not. Of nothing all three are NaN.
 */
export function wilson(hits: number, n: number): Share {
  const share = hits / n;
  const middle = share + (Z * Z) / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return {
    share,
    low: hits === 0 ? 0 : (middle - reach) / scale,
    high: hits === n && n > 0 ? 1 : (middle + reach) / scale,
  };
}
