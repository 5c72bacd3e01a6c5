import { openFrontierBench } from '@tocsin/fetcher/bench';
import { progress } from '../../stack/progress.js';
import { benchOptions } from '../options.js';
import { onOwnStack } from '../own-stack.js';
import type { BenchPart } from '../part.js';
import type { Cost } from './cost.js';
import { scheduleCost, type ScheduleCost } from './schedule-cost.js';
import { seenCost, type SeenCost } from './seen-cost.js';

const DEFAULTS = { feeds: 10_000, rounds: 3, batch: [1, 16], urls: 2_000_000, 'urls-a-poll': 50 };

/** What keeping the schedule and the set of seen URLs costs. */
export const frontier: BenchPart = {
  help: [
    'the schedule of feeds and the set of seen URLs, at the tables, on a disk that is waited for',
    '--feeds N (10000)   --rounds N (3)   --batch N,… feeds claimed together (1,16)',
    '--urls N (2000000)   --urls-a-poll N (50)',
  ],
  run: (args, signal) =>
    onOwnStack(signal, async (stack) => {
      const options = benchOptions(args, DEFAULTS);
      const { feeds, rounds, urls } = options;
      const postgres = stack.base.find(({ name }) => name === 'postgres')!.pid;
      const bench = await openFrontierBench(stack.databaseUrl);
      try {
        progress(`${feeds} feeds`);
        await bench.addFeeds(feeds);
        const schedule: ScheduleCost[] = [];
        for (const batch of options.batch) {
          schedule.push(await scheduleCost(bench, postgres, { feeds, rounds, batch }));
        }
        const seen = await seenCost(
          bench,
          postgres,
          { urls, batch: options['urls-a-poll'] },
          progress,
        );
        return {
          report: { part: 'frontier', feeds, rounds, schedule, seen },
          text: reportText(feeds, schedule, seen),
        };
      } finally {
        await bench.close();
      }
    }),
};

const HUNDRED_MILLION = 100_000_000;
const GIB = 1024 ** 3;

function reportText(feeds: number, schedule: readonly ScheduleCost[], seen: SeenCost): string {
  const cost = ({ ms, cpuMs, databaseCpuMs }: Cost) =>
    `${ms.toFixed(3)} ms (CPU ${cpuMs.toFixed(3)}, database ${databaseCpuMs.toFixed(3)})`;
  const gib = (seen.totalBytesPerUrl * HUNDRED_MILLION) / GIB;
  return [
    `${feeds} feeds in the schedule, for one feed`,
    ...schedule.map(
      ({ batch, claim, finish }) =>
        `  ${String(batch).padStart(4)} together: claim ${cost(claim)}, reschedule ${cost(finish)}, both ${(claim.ms + finish.ms).toFixed(3)} ms`,
    ),
    `seen URLs, ${seen.batch} a poll, for one URL`,
    ...seen.inserts.map((each) => `  new, from ${each.from} on: ${cost(each)}`),
    `  leaving the queue for the set: ${cost(seen.retire)}`,
    `  known, among ${seen.urls}: ${cost(seen.known)}`,
    `bytes a URL on disk, of ${seen.urls}`,
    ...Object.entries(seen.bytesPerUrl).map(
      ([name, bytes]) => `  ${bytes.toFixed(0).padStart(5)}  ${name}`,
    ),
    `  ${seen.totalBytesPerUrl.toFixed(0).padStart(5)}  together × 100,000,000 URLs = ${gib.toFixed(1)} GiB`,
    '',
  ].join('\n');
}
