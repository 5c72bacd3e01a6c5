import { join, resolve } from 'node:path';
import { openCopyBench } from '@tocsin/deduplicator/bench';
import { KafkaBroker } from '@tocsin/messaging-kafka';
import { progress } from '../../stack/progress.js';
import type { Stack } from '../../stack/stack.js';
import { createTopics } from '../../start/kafka-line.js';
import { stderrLog } from '../../start/stderr-log.js';
import { benchOptions } from '../options.js';
import { onOwnStack } from '../own-stack.js';
import type { BenchPart } from '../part.js';
import { makeLoad, type Load } from './load.js';
import { measure, type Measurement } from './measure.js';
import { expectationsOf, reportText, type DeduplicatorReport } from './report.js';
import { signingRate } from './signing.js';

const DEFAULTS = {
  stored: [10_000, 100_000, 2_000_000],
  instances: [1, 2],
  articles: 3_000,
  'telling-percent': 15,
  'signing-seconds': 5,
};
const WINDOW_DAYS = 14;
/** Until a new process' code is compiled: with 300 its next 3,000 articles took a third more of its CPU. */
const WARM_UP = 2_000;
/**
 * Of a full window: so many of what is stored come first. A process has two connections, each of which maps a page when
 * it first looks at it, and the first change of a page after a checkpoint writes it whole to the log: by one connection an article
 * of two million cost the database 3.9 ms of CPU at first, 1.4 to 1.6 after 12,000 articles and no less then.
 */
const SETTLING_SHARE = 1 / 50;
const DAY_MS = 86_400_000;

/** The deduplicator by how much it remembers and how many share the work. */
export const deduplicator: BenchPart = {
  help: [
    'the deduplicator on a real broker and database, by stored fingerprints and instances, beside signing alone',
    '--stored N,… (10000,100000,2000000)   --instances N,… (1,2)   --articles N a measurement (3000)',
    '--telling-percent N of the articles have mentions (15)   --signing-seconds N (5)',
    '--profile FOLDER for a CPU profile of each instance',
  ],
  async run(args, signal) {
    const options = benchOptions(args, DEFAULTS, ['profile']);
    progress('signing alone');
    const signedPerSecond = signingRate(options['signing-seconds']);
    return onOwnStack(signal, async (stack) => {
      await createTopics(stack.kafkaBrokers, stderrLog);
      const now = Math.floor(Date.now() / DAY_MS) * DAY_MS;
      const bench = await openCopyBench(stack.databaseUrl, WINDOW_DAYS, now);
      const broker = new KafkaBroker(clientOf(stack), stderrLog);
      try {
        const measurements: Measurement[] = [];
        let filled = 0;
        let seed = 1;
        const loadOf = (articles: number, tellingPercent = options['telling-percent']) => {
          const tellingShare = tellingPercent / 100;
          return makeLoad({ articles, tellingShare, seed: seed++, fetchedAt: now });
        };
        /** Pages settle by articles that tell of nothing: more incidents would be another load. */
        const warmUpOf = (settling: number): Load => {
          const silent = loadOf(Math.max(0, settling - WARM_UP), 0);
          const { records, mentions } = loadOf(WARM_UP);
          return { records: [...silent.records, ...records], mentions };
        };
        for (const stored of options.stored) {
          if (stored > filled) {
            progress(`filling up to ${stored} fingerprints`);
            await bench.fill(filled, stored - filled);
            filled = stored;
          }
          for (const [turn, instances] of options.instances.entries()) {
            const settling = turn === 0 ? Math.ceil(stored * SETTLING_SHARE) : 0;
            const warmUp = warmUpOf(settling);
            const load = loadOf(options.articles);
            progress(
              `${stored} stored, ${instances} instances, ${load.records.length} articles after ${warmUp.records.length}`,
            );
            const settings = settingsOf(options.profile, `${stored}-${instances}`);
            const how = { stored, instances, warmUp, load, settings, signal };
            measurements.push(await measure(stack, broker, how));
          }
        }
        const articles = await bench.articles();
        const bytesPerArticle = Object.fromEntries(
          Object.entries(await bench.sizes()).map(([name, bytes]) => [name, bytes / articles]),
        );
        const report: DeduplicatorReport = {
          part: 'deduplicator',
          signedPerSecond,
          measurements,
          bytesPerArticle,
          expectations: expectationsOf(signedPerSecond, measurements),
        };
        return { report, text: reportText(report) };
      } finally {
        await broker.close();
        await bench.close();
      }
    });
  },
};

const clientOf = ({ kafkaBrokers }: Stack) => ({
  brokers: kafkaBrokers.split(','),
  clientId: 'bench',
});

/** A profile is written at a process' orderly end. */
const settingsOf = (profile: string | undefined, run: string): NodeJS.ProcessEnv => ({
  TOCSIN_DEDUP_WINDOW_DAYS: String(WINDOW_DAYS),
  TOCSIN_LOG_LEVEL: 'warn',
  ...(profile ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${join(resolve(profile), run)}` } : {}),
});
