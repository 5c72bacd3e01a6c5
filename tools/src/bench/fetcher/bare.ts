import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { FEED_PATH, ROBOTS_PATH } from '../../farm/farm-log.js';
import { pathsOf } from '../../farm/plan.js';
import type { BarePlan } from './bare-pool.js';
import type { Contestant } from './contestant.js';

/** undici and nothing else, in as many processes, each with its share of the hosts. */
const bare = (name: string, order: BarePlan['order']): Contestant => ({
  name,
  async race({ farm, plan, processes, concurrency }, measure) {
    const paths = [ROBOTS_PATH, FEED_PATH, ...pathsOf(plan)];
    const children = Array.from({ length: processes }, (_, n) => {
      const hosts = farm.hosts.filter((_, i) => i % processes === n);
      return startPool({ hosts, paths, concurrency, order });
    });
    try {
      await Promise.all(children.map((child) => message(child)));
      return await measure({
        pids: children.map(({ pid }) => pid as number),
        others: {},
        finish: async () => {
          const done = children.map((child) => message(child));
          for (const child of children) child.send('go');
          await Promise.all(done);
        },
      });
    } finally {
      for (const child of children) child.kill('SIGKILL');
    }
  },
});

const startPool = (plan: BarePlan): ChildProcess =>
  fork(new URL('./bare-main.js', import.meta.url), [JSON.stringify(plan)]);

async function message(child: ChildProcess): Promise<void> {
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`A process of the bare pool ended with code ${code}.`);
    }),
  ]);
}

/** The floor: each connection is used for all that its host has. */
export const bareByHost = bare('bare undici, host by host', 'host-by-host');

/** As anyone polite must come: again after all others, when the connection is mostly closed. */
export const bareInTurn = bare('bare undici, in turn', 'in-turn');
