import type { Queryable } from '@tocsin/persistence';
import type { PlacedChange } from '../live/change-reader.js';
import { measureRevisions, revisionName } from '../live/measured-revisions.js';
import type { ChangePosition } from '../live/position.js';
import type { Criterion } from '../queries/criterion.js';
import type { ChangeName, ToldChange } from './webhook.js';

/** One revision that a webhook tells of. */
export interface MatchingRevision {
  readonly place: ChangePosition;
  readonly incidentId: string;
  readonly revision: number;
  readonly change: ToldChange;
  /** When the store noted it, ms since the epoch. */
  readonly changedMs: number;
}

/**
 * Which of these changes are revisions of the wanted kinds that satisfy the filters, in the changes' order; and those
 * that took an incident out of the filters, of whatever kind: they take back what was told.
 */
export async function matchingRevisions(
  db: Queryable,
  changes: readonly PlacedChange[],
  kinds: readonly ChangeName[],
  criteria: readonly Criterion[],
): Promise<MatchingRevision[]> {
  const revisions = changes.flatMap(({ kind, key: incidentId, revision, transaction, id }) =>
    kind === 'incident' ? [{ incidentId, revision, place: { transaction, id } }] : [],
  );
  const measured = await measureRevisions(db, revisions, criteria);
  return revisions.flatMap((revision): MatchingRevision[] => {
    const found = measured.get(revisionName(revision));
    if (!found) return [];
    const { changedMs, fits, fitted } = found;
    const change = found.change as ChangeName;
    if (fits) return kinds.includes(change) ? [{ ...revision, change, changedMs }] : [];
    return fitted ? [{ ...revision, change: 'left', changedMs }] : [];
  });
}
