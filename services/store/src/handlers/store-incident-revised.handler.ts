import type { IncidentRevised } from '@tocsin/contracts';
import { drop, ok, type BatchHandler } from '@tocsin/messaging';
import type { TransactionContext } from '@tocsin/persistence';
import { noteChanges } from '../tables/change-table.js';
import { storeRevisions } from '../tables/incident-table.js';

/** Makes the handler that keeps every revision and the newest snapshot. `now`: ms since the epoch. */
export const storeIncidentRevised =
  (now: () => number): BatchHandler<IncidentRevised, TransactionContext> =>
  async (messages, { tx }) => {
    const nowMs = now();
    const records = messages.map(({ payload }) => payload);
    const { inserted, changed } = await storeRevisions(tx, records, nowMs);
    const newest = new Map(changed.map(({ incidentId, revision }) => [incidentId, revision]));
    // Each revision is a change, also those that the batch itself overtakes: the first one may be the news.
    const told = inserted.filter(
      ({ incidentId, revision }) => revision <= (newest.get(incidentId) ?? 0),
    );
    await noteChanges(
      tx,
      told.map(({ incidentId, revision }) => ({ kind: 'incident', key: incidentId, revision })),
      nowMs,
    );
    return records.map(({ incident: { incidentId, revision } }) =>
      // Below the batch's own newest one it was news, too: kept as a revision, passed by at once.
      revision <= (newest.get(incidentId) ?? 0)
        ? ok()
        : drop('ERR_STORE_STALE_REVISION', `${incidentId} is past revision ${revision}.`),
    );
  };
