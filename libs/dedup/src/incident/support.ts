import { byText } from '../order.js';
import type { Telling } from './telling.js';

/** One value of a field with the tellings that give it. */
export interface Supported<V> {
  readonly value: V;
  readonly tellings: readonly Telling[];
  /** Number of independent sources: copies of one text count once. */
  readonly sources: number;
}

/**
 * The values that tellings give for a field, best supported first: more independent sources, then higher
 * confidence, then the key.
 * @param read the value and the key under which equal values meet; null when the telling gives none
 */
export function supportOf<V>(
  tellings: readonly Telling[],
  read: (telling: Telling) => { key: string; value: V } | null,
): Supported<V>[] {
  const byKey = new Map<string, { value: V; tellings: Telling[] }>();
  for (const telling of tellings) {
    const given = read(telling);
    if (given === null) continue;
    const entry = byKey.get(given.key) ?? { value: given.value, tellings: [] };
    entry.tellings.push(telling);
    byKey.set(given.key, entry);
  }
  return [...byKey]
    .map(([key, { value, tellings: giving }]) => ({
      key,
      value,
      tellings: giving,
      sources: independentSources(giving),
      confidence: Math.max(...giving.map(({ mention }) => mention.confidence)),
    }))
    .sort((a, b) => b.sources - a.sources || b.confidence - a.confidence || byText(a.key, b.key))
    .map(({ value, tellings: giving, sources }) => ({ value, tellings: giving, sources }));
}

export function independentSources(tellings: readonly Telling[]): number {
  return new Set(tellings.map(({ source }) => source.syndicationId)).size;
}
