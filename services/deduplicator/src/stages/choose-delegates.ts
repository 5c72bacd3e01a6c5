import { leastLevel, levelOf, crowdOf, type LinkableMention } from '@tocsin/dedup';
import type { IncidentIndex, IndexedMention } from '../index/incident-index.port.js';

/** Who speaks for the crowds that a batch changed. */
export interface Delegation {
  /** Ids of added mentions that leave it to others. */
  readonly silent: ReadonlySet<string>;
  /** Known mentions that speak from now on. */
  readonly promoted: readonly IndexedMention[];
}

/**
 * Counts the crowds anew and settles who speaks for them, which depends on their sizes alone: a crowd that doubles
 * silences half of its delegates, one that shrinks lets others speak again.
 * @param delegates about so many of each crowd; as the library has it unless said
 */
export async function chooseDelegates(
  added: readonly LinkableMention[],
  removed: readonly LinkableMention[],
  index: IncidentIndex,
  delegates?: number,
): Promise<{ speaking: Delegation; touchedIds: readonly string[] }> {
  const changes = new Map<string, number>();
  const count = (each: LinkableMention, by: number) => {
    const signature = crowdOf(each.mention);
    changes.set(signature, (changes.get(signature) ?? 0) + by);
  };
  for (const each of added) count(each, 1);
  for (const each of removed) count(each, -1);
  const sizes = await index.countCrowds(changes);
  const least = (size: number) => leastLevel(size, delegates);

  const own = new Set(added.map(({ mention }) => mention.mentionId));
  const levels = new Map<string, number>();
  for (const [signature, size] of sizes) {
    const before = least(size - (changes.get(signature) ?? 0));
    if (before > 0 || least(size) > 0) levels.set(signature, least(size));
  }
  const { promoted, demotedIds } = await index.delegate(levels);
  const silent = new Set<string>();
  for (const { mention } of added) {
    const size = sizes.get(crowdOf(mention)) ?? 0;
    if (levelOf(mention.mentionId) < least(size)) silent.add(mention.mentionId);
  }
  return {
    speaking: {
      silent,
      promoted: promoted.filter(({ mention }) => !own.has(mention.mentionId)),
    },
    touchedIds: [...demotedIds, ...promoted.map(({ mention }) => mention.mentionId)],
  };
}
