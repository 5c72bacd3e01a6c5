import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { feedUrlOf } from '../../farm/farm-process.js';
import type { Stack } from '../../stack/stack.js';
import { FetcherReplicas, type FetcherReplica } from '../../start/fetcher-replicas.js';
import { FrontierApi } from '../../start/frontier-api.js';
import { createTopics } from '../../start/kafka-line.js';
import { stderrLog } from '../../start/stderr-log.js';
import { onOwnStack } from '../own-stack.js';
import { untilReached } from '../until-reached.js';
import type { Contestant, FetcherRun } from './contestant.js';

const LOOK_MS = 200;
/** No page in so long: it is not going to end. */
const STALLED_MS = 90_000;
const DAY_MS = 86_400_000;

/** The fetcher itself: real processes, a real broker and a real database that waits for its disk. */
export const ours: Contestant = {
  name: 'our fetcher',
  race: (run, measure) =>
    onOwnStack(run.signal, async (stack) => {
      const { farm, plan, processes, profileFolder, signal } = run;
      await createTopics(stack.kafkaBrokers, stderrLog);
      const factory = new FetcherReplicas(stack, settingsOf(run, stack), signal);
      const replicas: FetcherReplica[] = [];
      for (let n = 0; n < processes; n++) replicas.push(await factory.add());
      const api = new FrontierApi(replicas[0]!.url);
      await api.addFeeds(farm.hosts.map(feedUrlOf));
      const pages = plan.sites * plan.pages;
      const result = await measure({
        pids: replicas.map(({ process: { pid } }) => pid),
        others: Object.fromEntries(
          stack.base
            .filter(({ name }) => name === 'kafka' || name === 'postgres')
            .map(({ name, pid }) => [name, pid]),
        ),
        finish: async () => {
          // The farm's counter costs nothing; the frontier's is a look at all rows, and saved for the end.
          const asked = () => farm.progress().then((now) => now.distinctPages);
          await untilReached(asked, pages, {
            who: 'The fetcher',
            lookMs: LOOK_MS,
            stalledMs: STALLED_MS,
            signal,
          });
          await untilSettled(api, pages, signal);
        },
      });
      // A profile is written at a process' orderly end.
      if (profileFolder) await Promise.all(replicas.map((replica) => replica.process.stop()));
      return result;
    }),
};

function settingsOf({ farm, concurrency, profileFolder }: FetcherRun, stack: Stack) {
  return {
    TOCSIN_FETCH_ALLOW_PRIVATE: farm.hosts.join(','),
    TOCSIN_FETCH_HOST_DELAY_MS: '0',
    TOCSIN_FETCH_CONCURRENCY: String(concurrency),
    // Each feed is polled once, as the bare pool does.
    TOCSIN_FETCH_POLL_INTERVAL_MIN_MS: String(DAY_MS),
    TOCSIN_FETCH_POLL_INTERVAL_MAX_MS: String(DAY_MS),
    TOCSIN_BLOB_DIR: join(stack.logFolder, 'blobs'),
    TOCSIN_LOG_LEVEL: 'warn',
    ...(profileFolder ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profileFolder}` } : {}),
  };
}

async function untilSettled(api: FrontierApi, pages: number, signal: AbortSignal): Promise<void> {
  const limit = performance.now() + STALLED_MS;
  for (;;) {
    const counts = await api.counts();
    if (counts.fetched === pages) return;
    if (counts.pending === 0 || performance.now() > limit) {
      throw new Error(`Not every page of ${pages} was fetched: ${JSON.stringify(counts)}.`);
    }
    await sleep(LOOK_MS, undefined, { signal });
  }
}
