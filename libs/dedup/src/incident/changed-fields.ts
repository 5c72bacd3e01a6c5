import { isDeepStrictEqual } from 'node:util';
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
  return FIELDS.filter((field) => !isDeepStrictEqual(before[field], after[field]));
}
