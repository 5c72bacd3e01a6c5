import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchOptions } from '../bench/options.js';
import { runFacts } from '../reports/run-facts.js';
import { ROOT } from '../stack/folders.js';
import { progress } from '../stack/progress.js';
import { allBoundaries } from './boundaries/index.js';
import { savedInputs } from './corpus.js';
import { asMarkdown, reportOf } from './report.js';
import { type Tally, tryInputs } from './try-inputs.js';

const REPORTS = join(ROOT, 'docs', 'reports');
const FOUND = join(ROOT, 'reports', 'hostile');
/** As a page in the extractor. */
const LIMIT_MS = 2_000;

const HELP = `npm run hostile -- [--inputs 5000] [--seed N] [--only feed,page]

Gives so many inputs made from those in tools/hostile to every boundary where Tocsin reads what strangers wrote. Writes
docs/reports/hostile-input.md and .json (not with --only); inputs that are defects go to reports/hostile: once mended, they
belong into tools/hostile. Exit codes: 0 none, 1 some, 2 wrong usage.
`;

export async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const { inputs, seed, only } = benchOptions(args, { inputs: 5_000, seed: Date.now() % 1e9 }, [
    'only',
  ]);
  const wanted = only?.split(',');
  const boundaries = allBoundaries().filter(({ name }) => !wanted || wanted.includes(name));
  progress(`seed ${seed}`);
  const tallies = boundaries.map((boundary) => {
    const seeds = savedInputs(boundary.name);
    const tally = tryInputs(boundary, { seeds, inputs, seed, limitMs: LIMIT_MS });
    tell(tally);
    return tally;
  });
  const report = reportOf({ ...runFacts(), seed, limitMs: LIMIT_MS }, boundaries, tallies);
  if (!wanted) {
    mkdirSync(REPORTS, { recursive: true });
    writeFileSync(join(REPORTS, 'hostile-input.json'), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(join(REPORTS, 'hostile-input.md'), asMarkdown(report));
  }
  progress(`${report.inputs} inputs, ${report.defects} defects`);
  return report.defects > 0 ? 1 : 0;
}

function tell({ boundary, inputs, slowestMs, tookMs, defects }: Tally): void {
  progress(
    `${boundary}: ${inputs} in ${Math.round(tookMs)} ms, slowest ${Math.round(slowestMs)} ms`,
  );
  for (const { what, input, hash } of defects) {
    mkdirSync(FOUND, { recursive: true });
    writeFileSync(join(FOUND, `${boundary}-${hash}`), input);
    progress(`DEFECT at ${boundary}: ${what} (reports/hostile/${boundary}-${hash})`);
  }
}
