import type { Neighbourhood } from '../index/incident-index.port.js';

/**
 * The component of each mention of a neighbourhood: which mentions likely links and an analyst's words connect now.
 * The largest part of one that fell apart keeps its number; another is named by its first mention. That number may be
 * a former component's, of which others still are: then both are read together, and told apart, the next time.
 * @returns by mention id
 */
export function connected({ mentions, links }: Neighbourhood): ReadonlyMap<string, number> {
  const members = Map.groupBy(mentions, (_, place) => links.componentOf(place));
  const bySize = [...members.values()].sort((a, b) => b.length - a.length);
  const taken = new Set<number>();
  const names = new Map<string, number>();
  for (const part of bySize) {
    const numbers = part.map(({ number }) => number).sort((a, b) => a - b);
    const known = part.find(({ component }) => component !== null && !taken.has(component));
    const name =
      known?.component ?? numbers.find((number) => !taken.has(number)) ?? (numbers[0] as number);
    taken.add(name);
    for (const { mention } of part) names.set(mention.mentionId, name);
  }
  return names;
}
