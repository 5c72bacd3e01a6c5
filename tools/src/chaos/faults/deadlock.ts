import type { FaultLine } from './fault-line.js';

/** The store writes this table after others in its transactions. */
const FIRST = 'store.position';
const LOOK_MS = 20;

interface Waiter {
  readonly pid: number;
  /** A table that its transaction has written already. */
  readonly written: string;
}

/** Who waits for our lock and what they hold. */
const WAITERS = `
  SELECT waiting.pid, held.relation::regclass::text AS written
  FROM pg_locks waiting
  JOIN pg_locks held ON held.pid = waiting.pid AND held.granted AND held.mode = 'RowExclusiveLock'
  JOIN pg_class c ON c.oid = held.relation AND c.relkind = 'r'
  WHERE NOT waiting.granted AND waiting.relation = '${FIRST}'::regclass
    AND held.relation <> '${FIRST}'::regclass
  LIMIT 1`;

/**
 * Locks a table, lets work come, and as soon as a transaction of a service waits for it asks for a table that this one
 * has written. Our own session never looks for deadlocks, so that the service's is the one that is cancelled.
 *
 * @returns how many deadlocks the database counted
 */
export async function makeDeadlock(line: FaultLine, work: () => void): Promise<number> {
  const { sql } = line.parts;
  const before = await counted(line);
  const holder = await sql.connect();
  try {
    await holder.query(`SET deadlock_timeout = '10min'`);
    await holder.query(`BEGIN; LOCK TABLE ${FIRST} IN SHARE ROW EXCLUSIVE MODE`);
    work();
    let waiter: Waiter | undefined;
    const looks = async () => (waiter = (await sql.query<Waiter>(WAITERS)).rows[0]) !== undefined;
    await line.until('a transaction waits for us', looks, 60_000, LOOK_MS);
    await holder.query(`LOCK TABLE ${waiter?.written} IN ACCESS EXCLUSIVE MODE`);
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
  let victims = 0;
  await line.until('the database has counted it', async () => {
    victims = (await counted(line)) - before;
    return victims > 0;
  });
  return victims;
}

async function counted({ parts }: FaultLine): Promise<number> {
  const { rows } = await parts.sql.query<{ n: string }>(
    'SELECT sum(deadlocks) AS n FROM pg_stat_database',
  );
  return Number(rows[0]?.n ?? 0);
}
