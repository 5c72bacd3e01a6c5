import { evaluateSet } from './evaluate.js';
import { parseOptions } from './options.js';
import { scoresAsJson, scoresAsTable } from './print-scores.js';
import { adaptersOf } from './registry.js';
import type { Score } from './run-scorer.js';

/** `npm run eval`: exit code 0 when every set was answered, 2 on a bad command line, 1 on a failure. */
async function main(argv: readonly string[]): Promise<void> {
  const options = parseOptions(argv);
  const scores: Score[] = [];
  for (const adapter of adaptersOf(options.sets)) {
    scores.push(
      ...(await evaluateSet(adapter, options, (message) => process.stderr.write(`${message}\n`))),
    );
  }
  if (options.predictOnly) return;
  process.stdout.write(options.json ? scoresAsJson(scores) : scoresAsTable(scores));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
