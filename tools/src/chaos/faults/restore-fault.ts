import { SERVICES } from '../kill-plan.js';
import { putBack, takeBackup } from './backup.js';
import type { Fault } from './fault.js';

const ARTICLES = 8;

/** The database goes back in time and the topics do not: whoever keeps positions reads on from the older ones. */
export const restoreFault: Fault = {
  name: 'restore',
  title:
    'the database is put back to a backup taken under work; services read on from its positions',
  obstacle: () => (process.platform === 'linux' ? undefined : 'it takes GNU tar'),
  strike: async (line) => {
    const { database, services, stack } = line.parts;
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
    await line.restore();
    return { counts: { restores: 1, 'records applied again': lost } };
  },
};
