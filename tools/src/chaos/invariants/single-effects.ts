import { groupBy, type Verdict, verdict } from './verdict.js';

/** A change of the read model, which readers are told of. */
export interface AppliedChange {
  readonly kind: string;
  readonly key: string;
  /** Article version or incident revision. */
  readonly revision: number;
}

/** What one revision did to the mentions of an incident, in the order of the revisions. */
export interface LinkChange {
  readonly incidentId: string;
  readonly revision: number;
  readonly linked: readonly string[];
  readonly unlinked: readonly string[];
}

export interface SingleEffectsEvidence {
  readonly urlIds: readonly string[];
  /** Ids of the articles of each table that has one row per article. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
  readonly changes: readonly AppliedChange[];
  readonly links: readonly LinkChange[];
}

/** I2, first half: one row per article, and each article version and revision took effect once. */
export function checkSingleEffects({
  urlIds,
  rows,
  changes,
  links,
}: SingleEffectsEvidence): Verdict {
  const violations = Object.entries(rows).flatMap(([table, ids]) => rowFaults(table, ids, urlIds));
  // A URL version may end at several stages, each with a change of its own.
  const effects = changes.filter(({ kind }) => kind !== 'end');
  const times = groupBy(effects, ({ kind, key, revision }) => `${kind} ${key}/${revision}`);
  for (const [effect, { length }] of times) {
    if (length > 1) violations.push(`${effect} took effect ${length} times`);
  }
  violations.push(...linkFaults(links));
  return verdict('I2 effects', 'One row per article, one effect per article version.', violations);
}

function rowFaults(table: string, ids: readonly string[], urlIds: readonly string[]): string[] {
  const times = groupBy(ids, (id) => id);
  const missing = urlIds.filter((id) => !times.has(id)).map((id) => `${table} lacks ${id}`);
  const doubled = [...times]
    .filter(([, { length }]) => length > 1)
    .map(([id, { length }]) => `${table} has ${length} rows of ${id}`);
  return [...missing, ...doubled];
}

/** A mention that is linked while it is linked was counted twice. */
function linkFaults(links: readonly LinkChange[]): string[] {
  const faults: string[] = [];
  for (const [incidentId, steps] of groupBy(links, (link) => link.incidentId)) {
    const held = new Set<string>();
    for (const { revision, linked, unlinked } of steps) {
      for (const mention of unlinked) held.delete(mention);
      for (const mention of linked) {
        if (held.has(mention)) faults.push(`${incidentId}/${revision} links ${mention} again`);
        held.add(mention);
      }
    }
  }
  return faults;
}
