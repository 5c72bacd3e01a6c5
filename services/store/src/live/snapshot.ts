import { Readable } from 'node:stream';
import type { Queryable } from '@tocsin/persistence';
import { endOfChanges } from './change-reader.js';
import { positionText } from './position.js';

/** Snapshots are large. */
const PAGE = 200;

/**
 * All active incidents as JSON lines, by id. The first line says from which event id of the stream to go on: it is
 * taken before anything is read, so that what changes meanwhile is told again there, and a revision says which is
 * newer. The last line says how many there were: without it the rest is missing.
 *
 * @param nowMs ms since the epoch
 * @param signal ends it early
 */
export const snapshotStream = (db: Queryable, nowMs: number, signal: AbortSignal): Readable =>
  Readable.from(linesOf(db, nowMs, signal), { objectMode: false, highWaterMark: 256 * 1024 });

async function* linesOf(db: Queryable, nowMs: number, signal: AbortSignal): AsyncGenerator<string> {
  const position = positionText(await endOfChanges(db));
  yield line({ kind: 'snapshot', at: new Date(nowMs).toISOString(), position });
  let incidents = 0;
  for (let last = ''; ;) {
    signal.throwIfAborted();
    const rows = await db.query<{ incident_id: string; lifecycle: string; json: string | null }>(
      `SELECT incident_id, lifecycle, CASE WHEN lifecycle = 'active' THEN snapshot::text END AS json
       FROM incident WHERE incident_id > $1 ORDER BY incident_id LIMIT ${PAGE}`,
      [last],
    );
    const active = rows.flatMap(({ json }) => (json === null ? [] : [json]));
    incidents += active.length;
    if (active.length > 0)
      yield active.map((json) => `{"kind":"incident","incident":${json}}\n`).join('');
    if (rows.length < PAGE) break;
    last = rows.at(-1)?.incident_id as string;
  }
  yield line({ kind: 'end', incidents });
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;
