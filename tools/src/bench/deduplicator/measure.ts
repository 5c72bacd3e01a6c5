import { join } from 'node:path';
import { groupLag, KafkaBroker } from '@tocsin/messaging-kafka';
import { freePort } from '../../stack/ports.js';
import type { Child } from '../../stack/processes/child.js';
import type { Stack } from '../../stack/stack.js';
import { serviceSpec, untilReady } from '../../start/services.js';
import { treeCpuMs } from '../processes.js';
import { untilReached } from '../until-reached.js';
import type { Load } from './load.js';

/** What a load took. */
export interface Cost {
  readonly articles: number;
  readonly mentions: number;
  readonly articlesPerSecond: number;
  readonly mentionsPerSecond: number;
  /** CPU time in milliseconds an article: of the instances together, of the database, of the broker. */
  readonly cpuMs: { readonly own: number; readonly postgres: number; readonly kafka: number };
}

/** One load, handled by so many instances. */
export interface Measurement extends Cost {
  /** Fingerprints that were stored when it began. */
  readonly stored: number;
  readonly instances: number;
  /** What the articles before it took: the first after a checkpoint, where the pages of a full window are not in memory. */
  readonly settling: Cost;
}

const GROUP = 'deduplicator';
const TOPIC = 'incident-extracted';
const LOOK_MS = 100;
const STALLED_MS = 120_000;
const CHUNK = 250;

/**
 * Instances that have joined and handled a first load are given the one that counts; joining and first compilation
 * are nobody's throughput.
 */
export async function measure(
  stack: Stack,
  broker: KafkaBroker,
  how: {
    readonly stored: number;
    readonly instances: number;
    readonly warmUp: Load;
    readonly load: Load;
    readonly settings: NodeJS.ProcessEnv;
    readonly signal: AbortSignal;
  },
): Promise<Measurement> {
  const { stored, instances, warmUp, load, signal } = how;
  const children = await startInstances(stack, instances, how.settings, signal);
  try {
    const [postgres, kafka] = ['postgres', 'kafka'].map(
      (name) => stack.base.find((each) => each.name === name)?.pid as number,
    ) as [number, number];
    const cpu = () => ({
      own: children.reduce((sum, { pid }) => sum + treeCpuMs(pid), 0),
      postgres: treeCpuMs(postgres),
      kafka: treeCpuMs(kafka),
    });
    const costOf = async ({ records, mentions }: Load): Promise<Cost> => {
      const before = cpu();
      const startedAt = performance.now();
      await handled(broker, records, signal);
      const seconds = (performance.now() - startedAt) / 1_000;
      const after = cpu();
      const articles = records.length;
      const each = (name: keyof typeof before) => (after[name] - before[name]) / articles;
      return {
        articles,
        mentions,
        articlesPerSecond: articles / seconds,
        mentionsPerSecond: mentions / seconds,
        cpuMs: { own: each('own'), postgres: each('postgres'), kafka: each('kafka') },
      };
    };
    const settling = await costOf(warmUp);
    return { stored, instances, settling, ...(await costOf(load)) };
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}

async function startInstances(
  stack: Stack,
  count: number,
  settings: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Child[]> {
  const children: Child[] = [];
  for (let n = 1; n <= count; n += 1) {
    const port = await freePort();
    const plan = { name: 'deduplicator', port, setting: 'TOCSIN_DEDUPLICATOR_PORT' } as const;
    const child = await stack.start({
      ...serviceSpec(plan, stack, [plan], settings),
      // Names a fetcher that nobody asks.
      logFile: join(stack.logFolder, `deduplicator-${count}-${n}.log`),
    });
    await untilReady(child, port, signal);
    children.push(child);
  }
  return children;
}

/** Publishes and waits until the group has committed all of it. */
async function handled(
  broker: KafkaBroker,
  records: Load['records'],
  signal: AbortSignal,
): Promise<void> {
  for (let at = 0; at < records.length; at += CHUNK) {
    await broker.publish(records.slice(at, at + CHUNK));
  }
  const committed = async () => {
    const lags = await groupLag(broker, GROUP, TOPIC);
    return records.length - lags.reduce((sum, { lag }) => sum + Number(lag), 0);
  };
  await untilReached(committed, records.length, {
    who: 'The deduplicator',
    lookMs: LOOK_MS,
    stalledMs: STALLED_MS,
    signal,
  });
}
