import type { Fault } from './fault.js';
import { fillDisk } from './full-disk.js';
import { makeDeadlock } from './deadlock.js';
import { HeldConnections } from './hold-connections.js';

const ARTICLES = 8;
const AWAY_MS = 4_000;
/** Longer than the line's statement timeout, so that statements that wait are cancelled. */
const LOCKED_MS = 9_000;
/** Tables of the hot paths of both stateful services. */
const LOCKED = ['deduplicator.outbox', 'deduplicator.article', 'store.article', 'store.outbox'];

const killed: Fault = {
  name: 'postgres-kill',
  title: 'kill -9 of the database',
  strike: async (line) => {
    await line.underWork(ARTICLES);
    const open = await line.onTheirWay();
    await line.signalBase('postgres', 'SIGKILL');
    line.publish(ARTICLES);
    await line.wait(AWAY_MS);
    await line.parts.stack.revive('postgres');
    return { counts: { 'databases killed': 1, 'articles on their way': open } };
  },
};

const backendKilled: Fault = {
  name: 'postgres-backend-kill',
  title: "kill -9 of one connection's process: the database throws all of them out and recovers",
  strike: async (line) => {
    await line.underWork(ARTICLES);
    const open = await line.onTheirWay();
    const { rows } = await line.parts.sql.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'tocsin-store' LIMIT 1`,
    );
    for (const { pid } of rows) process.kill(pid, 'SIGKILL');
    line.publish(ARTICLES);
    return { counts: { 'connections killed': rows.length, 'articles on their way': open } };
  },
};

const locks: Fault = {
  name: 'postgres-locks',
  title: 'tables of both stateful services are locked for longer than a statement may wait',
  strike: async (line) => {
    const { sql } = line.parts;
    const holder = await sql.connect();
    let waiting = 0;
    try {
      await holder.query(`BEGIN; LOCK TABLE ${LOCKED.join(', ')} IN ACCESS EXCLUSIVE MODE`);
      await line.underWork(ARTICLES);
      await line.until('somebody waits', async () => (waiting = await waiters(line)) > 0);
      await line.wait(LOCKED_MS);
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
    return { counts: { 'statements that waited': waiting } };
  },
};

async function waiters(line: Parameters<Fault['strike']>[0]): Promise<number> {
  const { rows } = await line.parts.sql.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted',
  );
  return rows[0]?.n ?? 0;
}

const deadlock: Fault = {
  name: 'postgres-deadlock',
  title: 'a transaction of ours waits for one of theirs that waits for ours: theirs is the victim',
  strike: async (line) => {
    const victims = await makeDeadlock(line, () => line.publish(ARTICLES));
    return { counts: { deadlocks: victims } };
  },
};

const disk: Fault = {
  name: 'postgres-disk',
  title: 'the disk under the tables of both stateful services is full',
  obstacle: () =>
    process.getuid?.() === 0 ? undefined : 'a small disk can be mounted by root only',
  strike: async (line) => {
    const refused = await fillDisk(line, LOCKED, async () => {
      await line.underWork(ARTICLES);
      line.publish(ARTICLES);
    });
    return { counts: { 'writes refused': refused } };
  },
};

const connections: Fault = {
  name: 'postgres-connections',
  title: 'others hold every connection that the database gives',
  strike: async (line) => {
    const { sql, stack } = line.parts;
    await line.underWork(ARTICLES);
    // Ours for the time when there is no other.
    const session = await sql.connect();
    const held = new HeldConnections(stack.databaseUrl);
    try {
      // A superuser gets the reserved ones, too: not one is left.
      await held.takeAll();
      const { rows } = await session.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'tocsin-%'`,
      );
      await held.takeAll();
      const { count } = held;
      line.publish(ARTICLES);
      await line.wait(AWAY_MS);
      return { counts: { 'connections held': count, 'connections ended': rows.length } };
    } finally {
      session.release();
      await held.release();
    }
  },
};

export const postgresFaults: readonly Fault[] = [
  killed,
  backendKilled,
  locks,
  deadlock,
  disk,
  connections,
];
