import { SERVICES } from '../kill-plan.js';
import { putBack, takeBackup } from './backup.js';
import type { Fault } from './fault.js';
import type { FaultLine } from './fault-line.js';

const ARTICLES = 8;

/** What the deduplicator tells the store. */
const TOLD = ['incident-revised', 'article-deduplicated'] as const;

/**
 * What an operator does before services start on an older database (docs/restoring.md): what the deduplicator told
 * since the backup has never happened, so the store passes it by, and the deduplicator tells again all that it knows.
 *
 * @returns how many records
 */
async function tellAgain({ parts }: FaultLine): Promise<number> {
  const { broker, sql } = parts;
  for (const topic of TOLD) {
    for (const [partition, { high }] of await broker.ranges(topic)) {
      await sql.query(
        `INSERT INTO store.position (group_id, topic, partition, next_offset)
         VALUES ('store', $1, $2, $3)
         ON CONFLICT (group_id, topic, partition)
         DO UPDATE SET next_offset = excluded.next_offset, unsettled = '{}'`,
        [topic, partition, String(high)],
      );
    }
  }
  const { rowCount } = await sql.query('UPDATE deduplicator.outbox SET sent_at = NULL');
  return rowCount ?? 0;
}

/** The database goes back in time and the topics do not: whoever keeps positions reads on from the older ones. */
export const restoreFault: Fault = {
  name: 'restore',
  title:
    'the database is put back to a backup taken under work; services read on from its positions',
  obstacle: () => (process.platform === 'linux' ? undefined : 'it takes GNU tar'),
  strike: async (line) => {
    const { database, services, stack } = line.parts;
    line.publish(ARTICLES);
    // Something that was told before the backup, and something that is told after it.
    await line.until('all has ended', async () => (await line.onTheirWay()) === 0, 120_000);
    await line.underWork(ARTICLES);
    const backup = await takeBackup(line);
    await line.underWork(ARTICLES);
    await line.until('all has ended', async () => (await line.onTheirWay()) === 0, 120_000);
    const before = await database.positions();
    // From here on, offsets may fall: it is what a restore is for.
    line.watch?.stopLooking();
    await Promise.all(SERVICES.map((name) => services.kill(name)));
    line.lostRows.push(...(await database.outboxRows()));
    const known = await database.newestRevisions();
    line.lostIncidents.push(...known.map(({ incidentId }) => incidentId));
    // Fast: our own connections would keep it from ending otherwise.
    await line.signalBase('postgres', 'SIGINT');
    putBack(backup);
    await stack.revive('postgres');
    const after = await database.positions();
    const lost = [...before].reduce(
      (sum, [place, { next }]) => sum + Number((next ?? 0n) - (after.get(place)?.next ?? 0n)),
      0,
    );
    const told = await tellAgain(line);
    await line.restore();
    return { counts: { restores: 1, 'records applied again': lost, 'records told again': told } };
  },
};
