import { saveReport } from '../reports/save-report.js';
import { onInterrupt, type Interrupt } from '../stack/interrupt.js';
import { FAULTS } from './faults/table.js';
import { runFaults } from './faults/run-faults.js';
import { HELP, KILLS, parseOptions, type ChaosOptions } from './options.js';
import { type AskedRun, RunProgress } from './progress-file.js';
import { wholePassed, wholeText, type WholeReport } from './whole-report.js';
import { roundsOf, runKillTest } from './run-kill-test.js';

/** Printed with the report, and enough of them that no two runs are likely to be the same. */
const SEEDS = 1_000_000;

/**
 * `npm run chaos`.
 *
 * @returns the exit code: 1 when one thing was lost or doubled
 */
export async function main(args: string[]): Promise<number> {
  const options = parseOptions(args, Math.floor(Math.random() * SEEDS));
  if (options.help || options.list) {
    process.stdout.write(options.help ? HELP : listOfTests());
    return 0;
  }
  const interrupt = onInterrupt();
  const report = await makeAll(options, interrupt);
  const text = wholeText(report);
  if (options.save) {
    saveReport({ name: 'chaos', title: 'Chaos', command: commandOf(report.asked), text, report });
  }
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : text);
  return wholePassed(report) ? 0 : 1;
}

async function makeAll(options: ChaosOptions, interrupt: Interrupt): Promise<WholeReport> {
  const startedAt = performance.now();
  const made = options.resume ? RunProgress.resume() : RunProgress.begin(options);
  const { tests, seed } = made.run;
  const rounds = tests.includes(KILLS) ? roundsOf(made.run) : [];
  for (const round of rounds.slice(made.found.kills.length)) {
    made.noteKills(await runKillTest(round, interrupt));
  }
  const left = made.left();
  const faults = FAULTS.filter(({ name }) => left.includes(name));
  await runFaults(faults, seed, made, interrupt);
  made.end();
  return { asked: made.run, ...made.found, seconds: (performance.now() - startedAt) / 1_000 };
}

const listOfTests = () =>
  [
    `${KILLS}: many kill -9 of random services under many articles, on a line of its own`,
    ...FAULTS.map(
      ({ name, title, isExtra }) => `${name}: ${title}${isExtra ? ' (not in the subset)' : ''}`,
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');

function commandOf({ tests, kills, articles, seed }: AskedRun): string {
  const size = tests.includes(KILLS) ? ` --kills ${kills} --articles ${articles}` : '';
  return `npm run chaos -- --tests ${tests.join(',')}${size} --seed ${seed}`;
}
