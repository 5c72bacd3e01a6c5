import { fork } from 'node:child_process';
import { once } from 'node:events';
import { getJson, postJson } from '../start/http-json.js';
import { FEED_PATH, type FarmRequest, type FarmSummary } from './farm-log.js';
import type { FarmPlan } from './plan.js';
import type { FarmProgress, FarmReady } from './serve.js';

/** A farm in another process. */
export interface FarmProcess {
  readonly pid: number;
  readonly hosts: readonly string[];
  /** Lets the sites answer: until then whoever asks them waits. */
  open(): Promise<void>;
  progress(): Promise<FarmProgress>;
  summary(minDelayMs: number): Promise<FarmSummary>;
  /** Every request, and the farm's clock at this moment. */
  log(): Promise<{ readonly at: number; readonly requests: readonly FarmRequest[] }>;
  stop(): Promise<void>;
}

export const feedUrlOf = (host: string): string => `http://${host}${FEED_PATH}`;

export const startFarmProcess = (plan: FarmPlan): Promise<FarmProcess> =>
  startFarmOf(new URL('./main.js', import.meta.url), plan);

/** @param program serves a farm of what the plan says, which travels as JSON */
export async function startFarmOf(program: URL, plan: object): Promise<FarmProcess> {
  const child = fork(program, [JSON.stringify(plan)]);
  const exited = once(child, 'exit');
  const [first] = (await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => {
      throw new Error(`The site farm ended with code ${code} before it was ready.`);
    }),
  ])) as [FarmReady];
  const { control, hosts } = first;
  return {
    pid: child.pid as number,
    hosts,
    open: () => postJson(`${control}/open`, {}),
    progress: () => getJson(`${control}/progress`),
    summary: (minDelayMs) => getJson(`${control}/summary?delay=${minDelayMs}`),
    log: () => getJson(`${control}/log`),
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
