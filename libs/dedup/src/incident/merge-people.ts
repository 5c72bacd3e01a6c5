import { once, type ClaimTable } from './claim-table.js';
import type { Telling } from './telling.js';

interface Described {
  readonly words: string;
  readonly name?: string;
  readonly claims: readonly number[];
}

/**
 * Everyone (or everything) that the tellings name, each once: by name, else by the words used. The first telling's
 * description stays, later ones add what it lacks and their claims.
 */
export function mergeDescribed<T extends Described>(
  tellings: readonly Telling[],
  table: ClaimTable,
  read: (telling: Telling) => readonly T[],
): T[] {
  const merged = new Map<string, T>();
  for (const telling of tellings) {
    for (const item of read(telling)) {
      const moved = table.rebased(telling.mention.mentionId, item);
      const key = (item.name ?? item.words).toLowerCase();
      const known = merged.get(key);
      merged.set(
        key,
        known === undefined
          ? moved
          : { ...moved, ...known, claims: once([...known.claims, ...moved.claims]) },
      );
    }
  }
  return [...merged.values()];
}
