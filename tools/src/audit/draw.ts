import type { Article, Mention } from '@tocsin/contracts';
import { seeded } from '../corpus/random.js';

/** A mention that may be drawn, with all that its article gave. */
export interface Candidate {
  readonly set: string;
  readonly article: Article;
  readonly mention: Mention;
  readonly all: readonly Mention[];
}

/**
 * How many of each set: all sets alike, so that one large set does not speak for all; what a set lacks
 * the others give.
 *
 * @param sizes candidates of each set
 */
export function sharesOf(n: number, sizes: readonly number[]): number[] {
  const shares = sizes.map(() => 0);
  let left = Math.min(
    n,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  while (left > 0) {
    for (const [i, size] of sizes.entries()) {
      if (left === 0 || shares[i]! >= size) continue;
      shares[i]!++;
      left--;
    }
  }
  return shares;
}

/**
 * Draws without replacement, each candidate of a set as likely as any other: the same seed draws the
 * same of the same candidates.
 */
export function draw<T>(count: number, candidates: readonly T[], random: () => number): T[] {
  const rest = [...candidates];
  for (let i = 0; i < Math.min(count, rest.length); i++) {
    const at = i + Math.floor(random() * (rest.length - i));
    [rest[i], rest[at]] = [rest[at]!, rest[i]!];
  }
  return rest.slice(0, count);
}

/** `n` of all sets' candidates. */
export function drawCases(
  n: number,
  seed: number,
  bySet: ReadonlyMap<string, readonly Candidate[]>,
): Candidate[] {
  const pools = [...bySet.values()];
  const shares = sharesOf(
    n,
    pools.map(({ length }) => length),
  );
  const random = seeded(seed);
  return pools.flatMap((pool, i) => draw(shares[i]!, pool, random));
}
