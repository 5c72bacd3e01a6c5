import { saveReport } from '../reports/save-report.js';
import { onInterrupt } from '../stack/interrupt.js';
import { progress } from '../stack/progress.js';
import { readStackSettings } from '../stack/settings.js';
import { startStack } from '../stack/stack.js';
import { HELP, parseOptions } from './options.js';
import { reportText } from './report.js';
import { runChaos } from './run-chaos.js';

/** Printed with the report, and enough of them that no two runs are likely to be the same. */
const SEEDS = 1_000_000;

/**
 * `npm run chaos`.
 *
 * @returns the exit code: 1 when one thing was lost or doubled
 */
export async function main(args: string[]): Promise<number> {
  const options = parseOptions(args, Math.floor(Math.random() * SEEDS));
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const interrupt = onInterrupt();
  // Never a broker or database that others use: what is killed and counted here is our own alone.
  const { kafkaBrokers: _, databaseUrl: __, ...settings } = readStackSettings(process.env);
  const stack = await startStack({
    settings,
    label: 'chaos',
    throwaway: true,
    database: 'tocsin',
    progress,
    signal: interrupt.signal,
  });
  void interrupt.again.then(() => stack.stopQuickly());
  try {
    const report = await runChaos(options, stack, interrupt.signal);
    if (options.save) {
      const { kills, articles, seed } = options;
      const command = `npm run chaos -- --kills ${kills} --articles ${articles} --seed ${seed}`;
      saveReport({ name: 'chaos', title: 'Chaos', command, text: reportText(report), report });
    }
    process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : reportText(report));
    return report.passed ? 0 : 1;
  } finally {
    // A stack that is thrown away needs no farewell.
    await stack.stopQuickly();
  }
}
