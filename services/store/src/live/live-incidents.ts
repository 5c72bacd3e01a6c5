import type { Queryable } from '@tocsin/persistence';
import { statement } from '../queries/bind.js';
import { conditionsOf, type Criterion } from '../queries/criterion.js';
import { endOfChanges, readChanges, type PlacedChange } from './change-reader.js';
import { readFreshness, type Freshness } from './freshness.js';
import type { LiveQuery } from './live-query.js';
import { measureRevisions, revisionName } from './measured-revisions.js';
import { pause } from './pause.js';
import type { ChangePosition } from './position.js';

/**
 * What a subscriber gets: an incident's newest snapshot as JSON; the same of one that is no longer among those asked
 * for; or word that nothing was missed and how fresh that is.
 */
export type LiveEvent =
  | { readonly kind: 'incident' | 'left'; readonly place: ChangePosition; readonly json: string }
  | { readonly kind: 'heartbeat'; readonly place: ChangePosition; readonly fresh: Freshness };

export interface LiveSettings {
  /** How often changes are looked for, ms. */
  readonly pollMs: number;
  /** Silence after which a heartbeat is sent, ms. */
  readonly heartbeatMs: number;
}
export const LIVE_SETTINGS: LiveSettings = { pollMs: 500, heartbeatMs: 15_000 };

const BATCH = 500;

/**
 * Incidents as they change, the newest snapshot of each: a change that has been overtaken is passed over,
 * since the one that overtook it comes, too. Merged and retracted ones are told whatever the lifecycle. One that a
 * change took out of the filters is told as such: who was told of it must learn that it is no longer so.
 *
 * @param signal ends it
 * @param now ms since the epoch
 */
export async function* liveIncidents(
  db: Queryable,
  { criteria, after }: LiveQuery,
  { pollMs, heartbeatMs }: LiveSettings,
  signal: AbortSignal,
  now: () => number,
): AsyncGenerator<LiveEvent> {
  let place = after ?? (await endOfChanges(db));
  let spokenAt = performance.now();
  const heartbeat = async (): Promise<LiveEvent> => ({
    kind: 'heartbeat',
    place,
    fresh: await readFreshness(db, now()),
  });
  yield await heartbeat();
  while (!signal.aborted) {
    const changes = await readChanges(db, place, BATCH);
    for (const event of await eventsOf(db, criteria, changes)) {
      yield event;
      spokenAt = performance.now();
    }
    place = changes.at(-1) ?? place;
    if (performance.now() - spokenAt >= heartbeatMs) {
      yield await heartbeat();
      spokenAt = performance.now();
    }
    if (changes.length < BATCH) await pause(pollMs, signal);
  }
}

/** What changes say to a subscriber, one event for each incident at most. */
export async function eventsOf(
  db: Queryable,
  criteria: readonly Criterion[],
  changes: readonly PlacedChange[],
): Promise<LiveEvent[]> {
  const incidents = changes.filter(({ kind }) => kind === 'incident');
  if (incidents.length === 0) return [];
  const newest = await newestOf(db, criteria, [...new Set(incidents.map(({ key }) => key))]);
  const gone = incidents.filter(({ key }) => newest.get(key)?.fits === false);
  const left = await leavingAmong(db, criteria, gone);
  return incidents.flatMap((change) => {
    const row = newest.get(change.key);
    if (row === undefined) return [];
    if (row.fits ? row.revision !== change.revision : left.get(change.key) !== change) return [];
    const { transaction, id } = change;
    const kind = row.fits ? 'incident' : 'left';
    return [{ kind, place: { transaction, id }, json: row.json } as const];
  });
}

interface Newest {
  readonly incident_id: string;
  readonly revision: number;
  readonly json: string;
  readonly fits: boolean;
}

async function newestOf(
  db: Queryable,
  criteria: readonly Criterion[],
  keys: readonly string[],
): Promise<ReadonlyMap<string, Newest>> {
  const { sql, params } = statement((bind) => {
    const conditions = conditionsOf(criteria, bind);
    const fits = conditions.length === 0 ? 'true' : conditions.join(' AND ');
    return `SELECT incident_id, revision, snapshot::text AS json, coalesce(${fits}, false) AS fits
      FROM incident WHERE incident_id = ANY(${bind(keys)}::text[])`;
  });
  const rows = await db.query<Newest>(sql, params);
  return new Map(rows.map((row) => [row.incident_id, row]));
}

/**
 * Of incidents that the filters no longer let through: the last change of each by which one may have been told, or
 * have come out. Also one that has been overtaken: the change that overtook it need not be one of these.
 */
async function leavingAmong(
  db: Queryable,
  criteria: readonly Criterion[],
  changes: readonly PlacedChange[],
): Promise<ReadonlyMap<string, PlacedChange>> {
  const keyOf = ({ key, revision }: PlacedChange) => ({ incidentId: key, revision });
  const measured = await measureRevisions(db, changes.map(keyOf), criteria);
  return new Map(
    changes.flatMap((change) => {
      const found = measured.get(revisionName(keyOf(change)));
      // One that is no longer kept: nobody can say.
      return !found || found.fits || found.fitted ? [[change.key, change]] : [];
    }),
  );
}
