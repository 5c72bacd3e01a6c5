import { join } from 'node:path';
import type { Broker } from '@tocsin/messaging';
import pg from 'pg';
import { feedUrlOf, type FarmProcess } from '../../farm/farm-process.js';
import { freePort, freePorts } from '../../stack/ports.js';
import { progress } from '../../stack/progress.js';
import type { Stack } from '../../stack/stack.js';
import { FrontierApi } from '../../start/frontier-api.js';
import { planServices, serviceSpec, untilReady, urlOf } from '../../start/services.js';
import { startLine } from '../../start/start-line.js';
import { memoryCourse, sampleMemory, type MemoryCourse } from '../fetcher/sampler.js';
import { endsSince, untilEnded, type Ends } from './ends.js';
import { addPaced } from './feeds.js';
import { cpuOf, cpuPerArticle, stagesOf, type StageCpu } from './stages.js';

/** One stretch of work. */
export interface LineRun {
  /** URLs that came to an end, stored or not. */
  readonly articles: number;
  /** From the first registration until the last URL had ended. */
  readonly seconds: number;
  readonly perSecond: number;
  /** Milliseconds of CPU an article, by stage. */
  readonly cpuMs: StageCpu;
  readonly ends: Ends;
  /** MiB of each service's processes' main process. */
  readonly memory: Readonly<Record<string, MemoryCourse>>;
}

/** The real line, to be given sites. */
export interface BenchLine {
  readonly broker: Broker;
  /** Of the broker's and database's superuser. */
  readonly database: pg.Client;
  /** Gives it sites all at once and waits until their pages have ended. */
  run(hosts: readonly string[], name: string): Promise<LineRun>;
  /** Gives it sites one after the other, so many pages in a second. */
  runPaced(hosts: readonly string[], perSecond: number, name: string): Promise<LineRun>;
  addExtractor(): Promise<void>;
  stopServices(): Promise<void>;
  /** URLs that ended so far. */
  handled(): number;
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;
const SERVICES = ['FETCHER', 'EXTRACTOR', 'DEDUPLICATOR', 'STORE'];

/**
 * Starts the services on an empty stack.
 *
 * @param pagesASite that the feed of each of the farm's sites names
 * @param extra settings on top of the bench's own
 */
export async function openLine(
  stack: Stack,
  { farm, pagesASite }: { readonly farm: FarmProcess; readonly pagesASite: number },
  extra: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<BenchLine> {
  const ports = await freePorts(SERVICES.length);
  const plans = planServices(
    Object.fromEntries(SERVICES.map((name, at) => [`TOCSIN_${name}_PORT`, String(ports[at])])),
  );
  const settings = { ...settingsOf(farm, stack), ...extra };
  const { api, broker, services } = await startLine({
    stack,
    plans,
    site: undefined,
    settings,
    signal,
  });
  const frontier = new FrontierApi(urlOf(plans, 'fetcher'));
  const running = [...services];
  const database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();
  let handled = 0;

  async function measured(
    hosts: readonly string[],
    name: string,
    give: () => Promise<void>,
  ): Promise<LineRun> {
    const pages = hosts.length * pagesASite;
    const goal = handled + pages;
    const stages = stagesOf(stack, running);
    let ended = handled;
    const stopSampling = sampleMemory(
      running.map(({ pid }) => pid),
      async () => (ended - handled) / pages,
    );
    const before = cpuOf(stages);
    const startedAt = Date.now();
    await Promise.all([
      give(),
      untilEnded(database, goal, signal, (now) => {
        ended = now;
        progress(`${name}: ${now - handled} of ${pages}`);
      }),
    ]);
    const after = cpuOf(stages);
    const samples = await stopSampling();
    const ends = await endsSince(database, startedAt);
    handled = goal;
    const seconds = (ends.lastAt - startedAt) / 1_000;
    return {
      articles: pages,
      seconds,
      perSecond: pages / seconds,
      cpuMs: cpuPerArticle(before, after, pages),
      ends,
      memory: Object.fromEntries(
        running.map((child, at) => [child.name, memoryCourse(samples[at]!)]),
      ),
    };
  }

  return {
    broker,
    database,
    run: (hosts, name) =>
      measured(hosts, name, () => frontier.addFeeds(hosts.map(feedUrlOf), 'live')),
    runPaced: (hosts, perSecond, name) =>
      measured(hosts, name, () => addPaced(api, hosts, perSecond / pagesASite, signal)),
    async addExtractor() {
      const port = await freePort();
      const plan = { name: 'extractor', port, setting: 'TOCSIN_EXTRACTOR_PORT' } as const;
      const child = await stack.start({
        ...serviceSpec(plan, stack, plans, settings),
        name: 'extractor-2',
        logFile: join(stack.logFolder, 'extractor-2.log'),
      });
      await untilReady(child, port, signal);
      running.push(child);
    },
    // A profile is written at a process' orderly end.
    stopServices: () => Promise.all(running.map((child) => child.stop())).then(() => undefined),
    handled: () => handled,
    async close() {
      await database.end();
      await broker.close();
    },
  };
}

/** Each page is asked for once: its site is polled once. */
const settingsOf = (farm: FarmProcess, stack: Stack) => ({
  TOCSIN_FETCH_ALLOW_PRIVATE: farm.hosts.join(','),
  TOCSIN_FETCH_HOST_DELAY_MS: '0',
  TOCSIN_FETCH_POLL_INTERVAL_MIN_MS: String(DAY_MS),
  TOCSIN_FETCH_POLL_INTERVAL_MAX_MS: String(DAY_MS),
  TOCSIN_BLOB_DIR: join(stack.logFolder, 'blobs'),
  TOCSIN_LOG_LEVEL: 'warn',
});
