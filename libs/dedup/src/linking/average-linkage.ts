/**
 * What a pair without a link counts for when two groups are compared, and how much a single link may weigh: one
 * article that tells of two incidents must not make one of them, nor one good link of many bad ones.
 */
export const UNLINKED = -4;
export const MOST = 6;

/** The least average log-odds of the pairs of two groups that are one; from the sets' folds. */
export const ALIKE = -1;

/** Log-odds that two things belong together, by their numbers. */
export interface NumberedLink {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** Of all pairs between two groups, those that are linked. */
interface Between {
  readonly sum: number;
  readonly links: number;
}

/**
 * Divides the numbers below `size` into groups by average linkage, best links first: two groups are one where their
 * links and missing links together speak for it. What lies between two groups is carried along as they grow, so the
 * cost is that of the links times the logarithm of their number, whatever they look like.
 * @param links each pair once, with doubtful ones, of a score below 0: they begin nothing, but count between groups
 * @returns for each number its group, named by one of its members
 */
export function averageLinkage(size: number, links: readonly NumberedLink[]): number[] {
  const groupOf = Array.from({ length: size }, (_, at) => at);
  const members = groupOf.map((at) => [at]);
  const between = groupOf.map(() => new Map<number, Between>());
  for (const { a, b, score } of links) {
    const link = { sum: Math.min(MOST, score), links: 1 };
    between[a]?.set(b, link);
    between[b]?.set(a, link);
  }
  const alike = (a: number, b: number): boolean => {
    const pairs = (members[a]?.length ?? 0) * (members[b]?.length ?? 0);
    const { sum, links: linked } = between[a]?.get(b) ?? { sum: 0, links: 0 };
    return sum + (pairs - linked) * UNLINKED >= ALIKE * pairs;
  };
  const unite = (a: number, b: number) => {
    const [into, from] = [a, b].sort((x, y) => sizeOf(between[y]) - sizeOf(between[x]) || x - y);
    if (into === undefined || from === undefined) return;
    for (const member of members[from] ?? []) {
      groupOf[member] = into;
      members[into]?.push(member);
    }
    for (const [other, links] of between[from] ?? []) {
      between[other]?.delete(from);
      if (other === into) continue;
      const all = sumOf(links, between[into]?.get(other));
      between[into]?.set(other, all);
      between[other]?.set(into, all);
    }
    between[from]?.clear();
  };
  const best = links.filter(({ score }) => score >= 0);
  best.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b } of best) {
    const [here, there] = [groupOf[a] ?? a, groupOf[b] ?? b];
    if (here !== there && alike(here, there)) unite(here, there);
  }
  return groupOf;
}

const sizeOf = (map?: ReadonlyMap<number, Between>): number => map?.size ?? 0;

const sumOf = (a: Between, b: Between = { sum: 0, links: 0 }): Between => ({
  sum: a.sum + b.sum,
  links: a.links + b.links,
});
