import { join, resolve } from 'node:path';
import { startFarmOf, feedUrlOf, type FarmProcess } from '../../farm/farm-process.js';
import { progress } from '../../stack/progress.js';
import type { Stack } from '../../stack/stack.js';
import { benchOptions } from '../options.js';
import { onOwnStack } from '../own-stack.js';
import type { BenchPart } from '../part.js';
import { treeCpuMs } from '../processes.js';
import { runAlternative, type AlternativeRun } from './alternative.js';
import { copyFloor } from './floor-copy.js';
import { kafkaFloor } from './floor-kafka.js';
import { librariesCost } from './libraries.js';
import { openLine, type BenchLine } from './open-line.js';
import { expectationsOf, reportText, type LineReport } from './report.js';

const DEFAULTS = {
  articles: 20_000,
  'pages-a-site': 10,
  'warm-up': 1_500,
  'half-seconds': 120,
  'second-articles': 5_000,
  floor: 3_000,
  alternative: 600,
  seed: 1,
};
type Options = Readonly<Record<keyof typeof DEFAULTS, number>>;
/** The half load's rate is known late; the farm is made before. */
const FASTEST_HALF = 60;

/** The whole line on this machine, beside what its parts cost alone and what a script does. */
export const line: BenchPart = {
  help: [
    'the whole line on a real broker and database over sites on loopback, beside its floor and a plain script',
    '--data DIR with the test sets, whose pages and reports are varied (else the sample alone)',
    '--articles N (20000)   --pages-a-site N (10)   --warm-up N (1500)   --seed N (1)',
    '--half-seconds N at half load (120)   --second-articles N with two extractors (5000; 0 for none)',
    '--floor N articles of it (3000)   --alternative N pages of the script (600)',
    '--profile FOLDER for a CPU profile of each service',
  ],
  async run(args, signal) {
    const options = benchOptions(args, DEFAULTS, ['data', 'profile']);
    const dataDir = options.data === undefined ? undefined : resolve(options.data);
    const corpus = { dataDir, seed: options.seed };
    const sites = new SitePlan(options);
    progress(`making ${sites.total * options['pages-a-site']} pages`);
    const farm = await startFarmOf(new URL('./farm-main.js', import.meta.url), {
      ...corpus,
      sites: sites.total,
      pages: options['pages-a-site'],
    });
    try {
      await farm.open();
      return await onOwnStack(signal, async (stack) => {
        const measured = await measureLine(stack, farm, sites, options, signal);
        const { line: runs, alternative, kafka, copy } = measured;
        progress('the libraries alone');
        const libraries = await librariesCost(
          { ...corpus, warmUp: options['warm-up'], articles: options.floor },
          signal,
        );
        const report: LineReport = {
          part: 'line',
          options: Object.fromEntries(
            Object.keys(DEFAULTS).map((name) => [name, options[name as keyof Options]]),
          ),
          ...runs,
          floor: { libraries, kafka, copy },
          alternative,
          expectations: [],
        };
        const whole = { ...report, expectations: expectationsOf(report) };
        return { report: whole, text: reportText(whole) };
      });
    } finally {
      await farm.stop();
    }
  },
};

/** Which of the farm's sites each stretch of the work has. */
class SitePlan {
  private taken = 0;
  readonly total: number;

  constructor(private readonly options: Options) {
    const half = options['half-seconds'] * FASTEST_HALF;
    const pages =
      options['warm-up'] +
      options.articles +
      half +
      options['second-articles'] +
      options.alternative;
    this.total = Math.ceil(pages / options['pages-a-site']) + 5;
  }

  /** The next sites, as many as have so many pages. */
  next(farm: FarmProcess, pages: number): readonly string[] {
    const count = Math.ceil(pages / this.options['pages-a-site']);
    const hosts = farm.hosts.slice(this.taken, this.taken + count);
    this.taken += count;
    return hosts;
  }
}

async function measureLine(
  stack: Stack,
  farm: FarmProcess,
  sites: SitePlan,
  options: Options & { readonly profile?: string },
  signal: AbortSignal,
) {
  const { profile } = options;
  const settings = profile
    ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${join(resolve(profile))}` }
    : {};
  const where = { farm, pagesASite: options['pages-a-site'] };
  const bench: BenchLine = await openLine(stack, where, settings, signal);
  try {
    progress('warming up');
    await bench.run(sites.next(farm, options['warm-up']), 'warming up');
    const full = await bench.run(sites.next(farm, options.articles), 'full load');
    const rate = Math.min(full.perSecond / 2, FASTEST_HALF);
    const half = await bench.runPaced(
      sites.next(farm, rate * options['half-seconds']),
      rate,
      'half load',
    );
    let second: LineReport['second'] = null;
    if (options['second-articles'] > 0) {
      await bench.addExtractor();
      second = await bench.run(sites.next(farm, options['second-articles']), 'two extractors');
    }
    await bench.stopServices();
    progress('the same records and rows by themselves');
    const handled = bench.handled();
    const kafka = await kafkaFloor(stack, bench.broker, handled, options.floor, signal);
    const postgres = stack.base.find(({ name }) => name === 'postgres')!.pid;
    const copy = await copyFloor(bench.database, postgres, handled);
    progress('a plain script');
    const alternative = await besides(postgres, () =>
      runAlternative(
        {
          feeds: sites.next(farm, options.alternative).map(feedUrlOf),
          databaseUrl: stack.databaseUrl,
        },
        signal,
      ),
    );
    return { line: { full, half, second }, alternative, kafka, copy };
  } finally {
    await bench.close();
  }
}

/** With what the database did for it. */
async function besides(postgres: number, run: () => Promise<AlternativeRun>) {
  const before = treeCpuMs(postgres);
  const result = await run();
  return { ...result, databaseMs: (treeCpuMs(postgres) - before) / result.pages };
}
