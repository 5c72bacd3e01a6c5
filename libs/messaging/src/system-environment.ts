import { setTimeout as sleep } from 'node:timers/promises';

import type { Environment, MessagingLog } from './environment.port.js';

/** The machine's own time and chance, for services; specs hand in their own. */
export const systemEnvironment = (log: MessagingLog): Environment => ({
  clock: {
    now: () => Date.now(),
    sleep: (ms, signal) => sleep(Math.max(ms, 0), undefined, { signal }).catch(() => undefined),
  },
  random: () => Math.random(),
  log,
});
