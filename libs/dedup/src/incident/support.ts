import { Components } from '../components.js';
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

/**
 * How many sources do not repeat each other: copies of one text, articles of one outlet, and articles that cite one
 * outlet for all that they attribute are one.
 */
export function independentSources(tellings: readonly Telling[]): number {
  const places = new Map<string, number>();
  const components = new Components(tellings.length);
  tellings.forEach((telling, at) => {
    for (const key of sourceKeys(telling)) {
      const known = places.get(key);
      if (known === undefined) places.set(key, at);
      else components.union(known, at);
    }
  });
  return new Set(tellings.map((_, at) => components.find(at))).size;
}

function sourceKeys({ mention, source }: Telling): string[] {
  const { syndicationId, siteName } = source;
  const cited = mention.claims.flatMap(({ attribution }) => {
    if (attribution.every(({ class: kind }) => kind === 'none')) return [];
    return (
      attribution.find(({ class: kind, name }) => kind === 'media' && name !== null)?.name ?? ''
    );
  });
  const [origin = '', ...others] = new Set(cited.map(folded));
  const outlets = [siteName ?? '', others.length === 0 ? origin : ''].map(folded);
  return [
    `text ${syndicationId}`,
    ...outlets.filter((name) => name !== '').map((name) => `outlet ${name}`),
  ];
}

const folded = (name: string) =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .trim();
