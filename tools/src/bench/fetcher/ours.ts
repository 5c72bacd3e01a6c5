import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { feedUrlOf } from '../../farm/farm-process.js';
import { freePorts } from '../../stack/ports.js';
import type { Child } from '../../stack/processes/child.js';
import type { Stack } from '../../stack/stack.js';
import { getJson, postJson } from '../../start/http-json.js';
import { createTopics } from '../../start/kafka-line.js';
import { serviceSpec, untilReady, type ServicePlan } from '../../start/services.js';
import { stderrLog } from '../../start/stderr-log.js';
import { onOwnStack } from '../own-stack.js';
import type { Contestant } from './contestant.js';

const LOOK_MS = 200;
/** No page in so long: it is not going to end. */
const STALLED_MS = 90_000;
const REGISTRATIONS_AT_ONCE = 32;
const DAY_MS = 86_400_000;

/** What the fetcher counts, `GET /v1/frontier`. */
interface FrontierCounts {
  readonly pending: number;
  readonly fetched: number;
  readonly rejected: number;
  readonly failed: number;
  readonly unpolled: number;
}

/** The fetcher itself: real processes, a real broker and a real database that waits for its disk. */
export const ours: Contestant = {
  name: 'our fetcher',
  race: (run, measure) =>
    onOwnStack(run.signal, async (stack) => {
      const { farm, plan, processes, concurrency, profileFolder, signal } = run;
      await createTopics(stack.kafkaBrokers, stderrLog);
      const replicas = await startReplicas(stack, processes, signal, {
        TOCSIN_FETCH_ALLOW_PRIVATE: farm.hosts.join(','),
        TOCSIN_FETCH_HOST_DELAY_MS: '0',
        TOCSIN_FETCH_CONCURRENCY: String(concurrency),
        // Each feed is polled once, as the bare pool does.
        TOCSIN_FETCH_POLL_INTERVAL_MIN_MS: String(DAY_MS),
        TOCSIN_FETCH_POLL_INTERVAL_MAX_MS: String(DAY_MS),
        TOCSIN_BLOB_DIR: join(stack.logFolder, 'blobs'),
        TOCSIN_LOG_LEVEL: 'warn',
        ...(profileFolder ? { NODE_OPTIONS: profiling(profileFolder) } : {}),
      });
      const [{ url }] = replicas as [Replica, ...Replica[]];
      await registerFeeds(farm.hosts.map(feedUrlOf), url);
      const pages = plan.sites * plan.pages;
      const result = await measure({
        pids: replicas.map(({ pid }) => pid),
        others: Object.fromEntries(
          stack.base
            .filter(({ name }) => name === 'kafka' || name === 'postgres')
            .map(({ name, pid }) => [name, pid]),
        ),
        finish: async () => {
          await untilAsked(() => farm.progress().then((now) => now.distinctPages), pages, signal);
          await untilSettled(url, pages, signal);
        },
      });
      // A profile is written at a process' orderly end.
      if (profileFolder) await Promise.all(replicas.map(({ stop }) => stop()));
      return result;
    }),
};

const profiling = (folder: string) => `--cpu-prof --cpu-prof-dir=${folder}`;

type Replica = Pick<Child, 'pid' | 'stop'> & { readonly url: string };

async function startReplicas(
  stack: Stack,
  count: number,
  signal: AbortSignal,
  settings: NodeJS.ProcessEnv,
): Promise<Replica[]> {
  const plans = (await freePorts(count)).map((port): ServicePlan => ({
    name: 'fetcher',
    port,
    setting: 'TOCSIN_FETCHER_PORT',
  }));
  const children = await Promise.all(
    plans.map((plan, n) =>
      stack.start({
        ...serviceSpec(plan, stack, plans, settings),
        logFile: join(stack.logFolder, `fetcher-${n + 1}.log`),
      }),
    ),
  );
  await Promise.all(children.map((child, n) => untilReady(child, plans[n]!.port, signal)));
  return children.map(({ pid, stop }, n) => {
    return { pid, stop, url: `http://127.0.0.1:${plans[n]!.port}` };
  });
}

async function registerFeeds(feeds: readonly string[], url: string): Promise<void> {
  const left = [...feeds];
  const worker = async () => {
    for (let feed = left.shift(); feed; feed = left.shift()) {
      await postJson(`${url}/v1/feeds`, { url: feed });
    }
  };
  await Promise.all(Array.from({ length: REGISTRATIONS_AT_ONCE }, worker));
}

/** The farm's counter costs nothing; the frontier's is a look at all rows, and saved for the end. */
async function untilAsked(
  count: () => Promise<number>,
  pages: number,
  signal: AbortSignal,
): Promise<void> {
  let last = 0;
  let movedAt = performance.now();
  for (let now = await count(); now < pages; now = await count()) {
    if (now > last) [last, movedAt] = [now, performance.now()];
    if (performance.now() - movedAt > STALLED_MS) {
      throw new Error(`The fetcher stands still at ${now} of ${pages} pages.`);
    }
    await sleep(LOOK_MS, undefined, { signal });
  }
}

async function untilSettled(url: string, pages: number, signal: AbortSignal): Promise<void> {
  const limit = performance.now() + STALLED_MS;
  for (;;) {
    const counts = await getJson<FrontierCounts>(`${url}/v1/frontier`);
    if (counts.fetched === pages) return;
    if (counts.pending === 0 || performance.now() > limit) {
      throw new Error(`Not every page of ${pages} was fetched: ${JSON.stringify(counts)}.`);
    }
    await sleep(LOOK_MS, undefined, { signal });
  }
}
