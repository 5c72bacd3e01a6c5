import { evaluateSet } from './evaluate.js';
import { parseOptions } from './options.js';
import { scoresAsJson, scoresAsTable } from './print-scores.js';
import { adaptersOf } from './registry.js';
import type { Score } from './run-scorer.js';

/**
 * `npm run eval`: predictions for test sets, and their scores.
 *
 * @returns 0 when every set was answered, 1 otherwise
 */
export async function main(args: string[]): Promise<number> {
  try {
    await evaluate(args);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function evaluate(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  const scores: Score[] = [];
  const progress = (message: string) => process.stderr.write(`${message}\n`);
  for (const adapter of adaptersOf(options.sets)) {
    scores.push(...(await evaluateSet(adapter, options, progress)));
  }
  if (options.predictOnly) return;
  process.stdout.write(options.json ? scoresAsJson(scores) : scoresAsTable(scores));
}
