import { inTransaction, openDatabase, pooled } from '@tocsin/persistence';
import type { Message } from '@tocsin/messaging';
import type { IncidentRevised } from '@tocsin/contracts';
import { createApi } from '../api/create-api.js';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { migrations } from '../migrations/index.js';
import { openAsker } from './asker.js';
import { benchIncident } from './bench-incident.js';
import { fillIncidents } from './fill.js';

/** Runs work and says what it cost. */
export type Measure<R> = (work: () => Promise<unknown>) => Promise<R>;

/** The store as a bench drives it: its tables, its API and its writing, with no topics. */
export interface StoreBench {
  /** Leaves the tables empty. */
  clear(): Promise<void>;
  fill(count: number, progress: (text: string) => void): Promise<void>;
  /** Asks the API over HTTP from another process and reads the whole answer; ms. @throws unless it answers 200 */
  ask(path: string): Promise<number>;
  /**
   * Applies new incidents as batches of the topic are applied: revision, incident, change, one transaction each.
   * @param lanes batches side by side, as of as many partitions
   */
  ingest<R>(count: number, lanes: number, measured: Measure<R>): Promise<R>;
  /** Has as many of the same rows written by COPY into a table without any index, and measured. */
  copy<R>(count: number, measured: Measure<R>): Promise<R>;
  /** Bytes on disk of the incidents, their indexes included. */
  size(): Promise<number>;
  close(): Promise<void>;
}

const BATCH = 500;
const quiet = { log: () => {}, error: () => {}, warn: () => {} };

/** @param databaseUrl an empty database that may be filled, of a superuser: COPY reads the server's own file */
export async function openStoreBench(databaseUrl: string): Promise<StoreBench> {
  const database = await openDatabase({
    url: databaseUrl,
    schema: 'store',
    migrations,
    entities: [],
    statementTimeoutMs: 3_600_000,
  });
  const db = pooled(database);
  const app = await createApi({ db, logger: quiet, imports: [], controllers: [] });
  await app.listen(0, '127.0.0.1');
  const origin = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const asker = openAsker();
  const handler = storeIncidentRevised(Date.now);
  // Beyond all that any fill makes, so that each is new.
  let next = 1_000_000_000;

  return {
    clear: async () => {
      await db.query('TRUNCATE incident, incident_revision, change');
    },
    fill: (count, progress) => fillIncidents(db, count, progress),
    ask: (path) => asker.ask(origin + path),
    async ingest(count, lanes, measured) {
      const batches = Array.from({ length: Math.ceil(count / BATCH) }, () =>
        Array.from({ length: BATCH }, () => recordOf(next++)),
      );
      const lane = async () => {
        for (let batch = batches.pop(); batch; batch = batches.pop()) {
          const messages = batch;
          await inTransaction(database, (tx) => handler(messages, { ...CONTEXT, tx }));
        }
      };
      return measured(() => Promise.all(Array.from({ length: lanes }, lane)));
    },
    async copy(count, measured) {
      const [{ path }] = (await db.query(
        `SELECT current_setting('data_directory') || '/incidents.copy' AS path`,
      )) as [{ path: string }];
      const columns = `incident_id, revision, snapshot, summary, facets, search, updated_ms, start_on, killed_best`;
      await db.query(`COPY (SELECT ${columns} FROM incident LIMIT ${count}) TO '${path}'`);
      await db.query(`CREATE TABLE floor AS SELECT ${columns} FROM incident WITH NO DATA`);
      const result = await measured(() => db.query(`COPY floor FROM '${path}'`));
      await db.query('DROP TABLE floor');
      return result;
    },
    async size() {
      const [row] = await db.query<{ bytes: string }>(
        `SELECT pg_total_relation_size('incident') AS bytes`,
      );
      return Number(row?.bytes);
    },
    async close() {
      await asker.close();
      await app.close();
      await database.destroy();
    },
  };
}

const CONTEXT = {
  group: 'bench',
  topic: 'incident-revised',
  partition: 0,
  signal: new AbortController().signal,
};

function recordOf(n: number): Message<IncidentRevised> {
  const payload: IncidentRevised = {
    incident: benchIncident(n),
    change: 'created',
    changedFields: [],
    reason: 'first mention',
    linked: [],
    unlinked: [],
  };
  const empty = Buffer.alloc(0);
  return {
    topic: 'incident-revised',
    partition: 0,
    offset: 0n,
    key: empty,
    value: empty,
    headers: {},
    timestamp: 0,
    payload,
  };
}
