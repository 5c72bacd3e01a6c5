import { sumsBetween } from './gains.js';
import { Partition } from './partition.js';

/**
 * What a pair without a link counts for when two groups are compared, and how much a single link may weigh: one
 * article that tells of two incidents must not make one of them, nor one good link of many bad ones.
 */
const UNLINKED = -4;
const MOST = 6;

/** The least average log-odds of the pairs of two groups that are one; from the sets' folds. */
const ALIKE = -1;

/** Log-odds are added as whole ten-thousandths, to which scores are rounded: in any order the sum is the same. */
export const UNITS = 1e4;

/** What a link adds to the sum of two groups beyond what its pair would count for without it, in whole units. */
export const gainOf = (score: number): number =>
  Math.round((Math.min(MOST, score) - UNLINKED) * UNITS);

/**
 * Whether two groups are one: their links and missing links together speak for it.
 * @param gain of the links between them
 * @param pairs of a member of the one with a member of the other that may have links
 */
export const areAlike = (gain: number, pairs: number): boolean =>
  gain + pairs * UNLINKED * UNITS >= ALIKE * UNITS * pairs;

/** Log-odds that two things belong together, by their numbers. */
export interface NumberedLink {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/**
 * Divides the numbers below `size` into groups by average linkage, best links first: two groups are one where their
 * links and missing links together speak for it. What lies between two groups is carried along as they grow, so the
 * cost is that of the links times the logarithm of their number, whatever they look like.
 * @param links each pair once, with doubtful ones, of a score below 0: they begin nothing, but count between groups
 * @returns for each number its group, named by one of its members
 */
export function averageLinkage(size: number, links: readonly NumberedLink[]): number[] {
  const groups = new Partition(size);
  const gains = sumsBetween(size);
  for (const { a, b, score } of links) gains.set(a, b, gainOf(score));
  const best = links.filter(({ score }) => score >= 0);
  best.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b } of best) {
    const [here, there] = [groups.of(a), groups.of(b)];
    if (here === there) continue;
    const pairs = groups.members(here).length * groups.members(there).length;
    if (!areAlike(gains.get(here, there) ?? 0, pairs)) continue;
    const [into, from] = gains.degree(here) < gains.degree(there) ? [there, here] : [here, there];
    groups.unite(into, from);
    gains.unite(into, from);
  }
  return groups.all();
}
