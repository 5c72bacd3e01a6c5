import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { feedUrlOf, startFarmProcess, type FarmProcess } from '../../farm/farm-process.js';
import type { FarmPlan } from '../../farm/plan.js';
import { progress } from '../../stack/progress.js';
import { FetcherReplicas } from '../../start/fetcher-replicas.js';
import { FrontierApi } from '../../start/frontier-api.js';
import { createTopics } from '../../start/kafka-line.js';
import { stderrLog } from '../../start/stderr-log.js';
import { benchOptions } from '../options.js';
import { onOwnStack } from '../own-stack.js';
import type { BenchPart } from '../part.js';
import { latenessOf, type Lateness } from './lateness.js';

/** The whole log is read each time: not so often that it would be a load of its own. */
const LOOK_MS = 2_000;

const DEFAULTS = {
  healthy: 50,
  tarpits: 500,
  pages: 60,
  'delay-ms': 500,
  'latency-ms': 100,
  'settle-s': 20,
  'limit-s': 120,
  concurrency: 0,
};
type Options = typeof DEFAULTS;

interface TarpitReport {
  readonly alone: Lateness;
  readonly beside: Lateness;
  /** p95 beside the tarpits over p95 alone; at most 1.2 is wanted. */
  readonly ratio: number;
}

/** How late healthy hosts are served beside hosts that never come to an end. */
export const tarpit: BenchPart = {
  help: [
    "healthy sites alone, then beside tarpits: from due to fetched, by the sites' own log",
    '--healthy N (50)   --tarpits N (500)   --pages N of each host (60)   --delay-ms N a host (500)',
    '--latency-ms N of healthy sites (100)   --settle-s N for the tarpits to take hold (20)',
    '--limit-s N (120)   --concurrency N (0: the default of the service)',
  ],
  async run(args, signal) {
    const options = benchOptions(args, DEFAULTS) as Options;
    progress(`${options.healthy} healthy sites alone`);
    const alone = await lateness({ ...options, tarpits: 0 }, signal);
    progress(`beside ${options.tarpits} tarpits`);
    const beside = await lateness(options, signal);
    const report: TarpitReport = { alone, beside, ratio: beside.p95 / alone.p95 };
    return { report: { part: 'tarpit', ...options, ...report }, text: reportText(report) };
  },
};

async function lateness(options: Options, signal: AbortSignal): Promise<Lateness> {
  const { healthy, tarpits, pages, 'delay-ms': delayMs, 'latency-ms': latencyMs } = options;
  const plan: FarmPlan = { sites: healthy, pages, pageKb: 30, latencyMs, tarpits };
  const farm = await startFarmProcess(plan);
  try {
    await farm.open();
    return await onOwnStack(signal, async (stack) => {
      await createTopics(stack.kafkaBrokers, stderrLog);
      const { concurrency } = options;
      const settings = {
        TOCSIN_FETCH_ALLOW_PRIVATE: farm.hosts.join(','),
        TOCSIN_FETCH_HOST_DELAY_MS: String(delayMs),
        ...(concurrency > 0 ? { TOCSIN_FETCH_CONCURRENCY: String(concurrency) } : {}),
        TOCSIN_BLOB_DIR: join(stack.logFolder, 'blobs'),
      };
      const { url } = await new FetcherReplicas(stack, settings, signal).add();
      const api = new FrontierApi(url);
      await api.addFeeds(farm.hosts.slice(healthy).map(feedUrlOf));
      if (tarpits > 0) await sleep(options['settle-s'] * 1_000, undefined, { signal });
      await api.addFeeds(farm.hosts.slice(0, healthy).map(feedUrlOf));
      const { at: registeredAt } = await farm.log();
      return await served(farm, registeredAt, options, signal);
    });
  } finally {
    await farm.stop();
  }
}

/** Waits until every healthy page is answered, or for as long as it is worth. */
async function served(
  farm: FarmProcess,
  registeredAt: number,
  { healthy, pages, 'delay-ms': delayMs, 'limit-s': limitS }: Options,
  signal: AbortSignal,
): Promise<Lateness> {
  const hosts = farm.hosts.slice(0, healthy);
  const ours = new Set(hosts);
  const limit = performance.now() + limitS * 1_000;
  for (;;) {
    await sleep(LOOK_MS, undefined, { signal });
    const { at, requests: all } = await farm.log();
    const requests = all.filter(({ host }) => ours.has(host));
    const result = latenessOf({ hosts, requests, pages, delayMs, registeredAt, at });
    if (result.open === 0 || performance.now() > limit) return result;
  }
}

function reportText({ alone, beside, ratio }: TarpitReport): string {
  const line = (name: string, { p50, p95, max, fetches, open }: Lateness) =>
    `${name.padEnd(8)} p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, max ${max.toFixed(0)} ms; ${fetches} fetched, ${open} not`;
  return [
    'healthy pages, from due to fetched',
    line('alone', alone),
    line('beside', beside),
    `p95 beside the tarpits is ${ratio.toFixed(2)} of p95 alone`,
    '',
  ].join('\n');
}
