import { freePort } from '../../stack/ports.js';
import { SERVICES } from '../kill-plan.js';
import type { Fault } from './fault.js';
import type { FaultLine } from './fault-line.js';

const ARTICLES = 8;
/** Longer than the session timeout of the line's groups. */
const ASLEEP_MS = 9_000;
const JOIN_EVERY_MS = 3_000;
const STATEFUL = ['deduplicator', 'store'] as const;

/** Strikes one service after the other, each under work of its own. */
async function eachInTurn(
  line: FaultLine,
  strike: (name: (typeof SERVICES)[number]) => Promise<void>,
): Promise<{ underWork: number; done: number }> {
  let underWork = 0;
  for (const name of SERVICES) {
    await line.underWork(ARTICLES);
    await strike(name);
    if ((await line.onTheirWay()) > 0) underWork += 1;
    await line.restore();
  }
  return { underWork, done: SERVICES.length };
}

const kill: Fault = {
  name: 'kill',
  title: 'kill -9 of each service under work',
  strike: async (line) => {
    const { underWork } = await eachInTurn(line, (name) => line.parts.services.kill(name));
    return { counts: { 'kills under work': underWork } };
  },
};

const terminate: Fault = {
  name: 'terminate',
  title: 'SIGTERM to each service under work',
  strike: async (line) => {
    const { underWork, done } = await eachInTurn(line, (name) =>
      line.parts.services.endGently(name),
    );
    return { counts: { 'services asked to end': done, 'of them under work': underWork } };
  },
};

const allAtOnce: Fault = {
  name: 'all-at-once',
  title: 'kill -9 of all services at the same moment',
  strike: async (line) => {
    await line.underWork(ARTICLES);
    await Promise.all(SERVICES.map((name) => line.parts.services.kill(name)));
    const open = await line.onTheirWay();
    line.publish(ARTICLES);
    await line.restore();
    return { counts: { 'services killed': SERVICES.length, 'articles on their way': open } };
  },
};

const zombie: Fault = {
  name: 'zombie',
  title:
    'one of two deduplicators and the store stand still until their sessions have expired, and wake',
  strike: async (line) => {
    await line.underWork(ARTICLES);
    for (const name of STATEFUL) line.signalService(name, 'SIGSTOP');
    const open = await line.onTheirWay();
    line.publish(ARTICLES);
    await line.wait(ASLEEP_MS);
    for (const name of STATEFUL) line.signalService(name, 'SIGCONT');
    return { counts: { 'processes woken': STATEFUL.length, 'articles on their way': open } };
  },
};

const joining: Fault = {
  name: 'joining',
  isExtra: true,
  title: 'a third deduplicator and a second store join, and are killed every 3 s',
  strike: async (line) => {
    const { services } = line.parts;
    let joined = 0;
    for (let round = 0; round < 3; round += 1) {
      line.publish(ARTICLES / 2);
      const guests = await Promise.all(
        STATEFUL.map(async (name) => ({
          name,
          port: await freePort(),
          setting: `TOCSIN_${name.toUpperCase()}_PORT`,
        })),
      );
      for (const guest of guests) await services.join(guest);
      // Counted once it works: before that it has joined nothing.
      await line.until('the guests are ready', async () =>
        (await Promise.all(guests.map(({ port }) => answers(port)))).every(Boolean),
      );
      await line.wait(JOIN_EVERY_MS);
      for (const guest of guests) await services.leave(guest);
      joined += guests.length;
    }
    return { counts: { 'members that joined and left': joined } };
  },
};

async function answers(port: number): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
}

export const processFaults: readonly Fault[] = [kill, terminate, allAtOnce, zombie, joining];
