import type { Incident } from '@tocsin/contracts';

const FIELDS = [
  'lifecycle',
  'evidence',
  'conflicts',
  'supersedes',
  'mergedInto',
  'summary',
  'what',
  'when',
  'where',
  'actors',
  'victims',
  'targets',
  'casualties',
  'claims',
  'sources',
] as const satisfies readonly (keyof Incident)[];

/** The fields in which two snapshots of an incident differ; revision and counts follow from these. */
export function changedFields(before: Incident | null, after: Incident): string[] {
  if (before === null) return [];
  return FIELDS.filter((field) => stable(before[field]) !== stable(after[field]));
}

/** Keys sorted: a snapshot that was in the database comes back with its keys in another order. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
