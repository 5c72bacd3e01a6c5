import { caseArticles } from './case-articles.js';
import { checkClaims, claimsText } from './check-claims.js';
import { evaluateSet } from './evaluate.js';
import { type EvalOptions, parseOptions } from './options.js';
import { scoresAsJson, scoresAsTable } from './print-scores.js';
import { adaptersOf } from './registry.js';
import type { Score } from './run-scorer.js';

/**
 * `npm run eval`: predictions for test sets, and their scores.
 *
 * @returns 0 when every set was answered and no claim was found wrong, 1 otherwise
 */
export async function main(args: string[]): Promise<number> {
  try {
    const options = parseOptions(args);
    if (options.checkClaims) return await check(options);
    await evaluate(options);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function check({ dataDir, sets, split }: EvalOptions): Promise<number> {
  const checks = [];
  for (const set of sets) checks.push(await checkClaims(set, caseArticles(dataDir, set, split)));
  process.stdout.write(claimsText(checks));
  return checks.some(({ violations }) => violations.length > 0) ? 1 : 0;
}

async function evaluate(options: EvalOptions): Promise<void> {
  const scores: Score[] = [];
  const progress = (message: string) => process.stderr.write(`${message}\n`);
  for (const adapter of adaptersOf(options.sets)) {
    scores.push(...(await evaluateSet(adapter, options, progress)));
  }
  if (options.predictOnly) return;
  process.stdout.write(options.json ? scoresAsJson(scores) : scoresAsTable(scores));
}
