import type { Queryable } from '@tocsin/persistence';
import { statement } from '../queries/bind.js';
import { conditionsOf, type Criterion } from '../queries/criterion.js';
import { endOfChanges, readChanges, type PlacedChange } from './change-reader.js';
import { readFreshness, type Freshness } from './freshness.js';
import type { LiveQuery } from './live-query.js';
import { pause } from './pause.js';
import type { ChangePosition } from './position.js';

/** What a subscriber gets: an incident's newest snapshot as JSON, or word that nothing was missed and how fresh that is. */
export type LiveEvent =
  | { readonly kind: 'incident'; readonly place: ChangePosition; readonly json: string }
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
 * since the one that overtook it comes, too. Merged and retracted ones are told whatever the lifecycle.
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

async function eventsOf(
  db: Queryable,
  criteria: readonly Criterion[],
  changes: readonly PlacedChange[],
): Promise<LiveEvent[]> {
  const incidents = changes.filter(({ kind }) => kind === 'incident');
  if (incidents.length === 0) return [];
  const { sql, params } = statement((bind) => {
    const keys = bind([...new Set(incidents.map(({ key }) => key))]);
    const conditions = [`incident_id = ANY(${keys}::text[])`, ...conditionsOf(criteria, bind)];
    return `SELECT incident_id, revision, snapshot::text AS json FROM incident
      WHERE ${conditions.join(' AND ')}`;
  });
  const rows = await db.query<{ incident_id: string; revision: number; json: string }>(sql, params);
  const found = new Map(rows.map((row) => [row.incident_id, row]));
  return incidents.flatMap(({ key, revision, transaction, id }) => {
    const row = found.get(key);
    if (row?.revision !== revision) return [];
    return [{ kind: 'incident' as const, place: { transaction, id }, json: row.json }];
  });
}
