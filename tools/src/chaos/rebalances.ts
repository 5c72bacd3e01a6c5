/** The coordinator's word that a group was dealt out, with the generation that begins. */
const STABILIZED = /Stabilized group (\S+) generation (\d+)/g;

/**
 * How often the groups of the services were dealt out anew, by the broker's log: each group's first
 * generation is its beginning and no rebalance.
 */
export function countRebalances(brokerLog: string, groups: readonly string[]): number {
  const newest = new Map<string, number>();
  for (const [, group = '', generation] of brokerLog.matchAll(STABILIZED)) {
    if (groups.includes(group)) newest.set(group, Number(generation));
  }
  return [...newest.values()].reduce((sum, generation) => sum + generation - 1, 0);
}
