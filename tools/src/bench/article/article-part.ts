import { progress } from '../../stack/progress.js';
import { benchOptions } from '../options.js';
import type { BenchPart } from '../part.js';
import { CONTESTANT_NAMES, CONTESTANTS, type ContestantName } from './contestant.js';
import { loadPages, type PageSource } from './pages.js';
import { planTurns } from './plan.js';
import { startRacer, type Racer } from './racer.js';
import { reportOf, reportText, type TakenTurn } from './report.js';

const DEFAULTS = { rounds: 5 };
const DEFAULT_SETS = 'aeb,naeb';

/** From a page's bytes to its article, beside the usual way and beside a bare parser. */
export const article: BenchPart = {
  help: [
    'bytes to article: ours, beside Readability on linkedom and beside bare htmlparser2',
    '--data DIR reads the pages that DIR/data/SET/*.jsonl name; without it, the bundled pages',
    `--set SET,… (${DEFAULT_SETS})   --rounds N (${DEFAULTS.rounds})`,
  ],
  async run(args, signal) {
    const { rounds, data, set = DEFAULT_SETS } = benchOptions(args, DEFAULTS, ['data', 'set']);
    const source = { dataDir: data, sets: set.split(',') };
    // Here too, so that a wrong folder is told once and by its name.
    await loadPages(source);
    const report = await race(source, Math.max(1, rounds), signal);
    return { report, text: reportText(report) };
  },
};

async function race(source: PageSource, rounds: number, signal: AbortSignal) {
  const racers = new Map<ContestantName, Racer>();
  try {
    for (const name of CONTESTANT_NAMES) {
      progress(`${CONTESTANTS[name].title}: one round to warm up`);
      racers.set(name, await startRacer({ name, source }, signal));
    }
    const { ready } = racers.get('ours')!;
    const taken: TakenTurn[] = [];
    for (const { name, round, from, to } of planTurns(CONTESTANT_NAMES, ready.round, rounds)) {
      if (round > (taken.at(-1)?.round ?? -1)) progress(`round ${round + 1} of ${rounds}`);
      taken.push({ name, round, ...(await racers.get(name)!.turn(from, to)) });
    }
    return reportOf(ready, taken);
  } finally {
    for (const racer of racers.values()) racer.stop();
  }
}
