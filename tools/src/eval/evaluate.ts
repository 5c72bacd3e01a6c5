import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { pageLoader } from './load-page.js';
import type { EvalOptions } from './options.js';
import { readCases } from './read-cases.js';
import type { Score } from './run-scorer.js';
import { runScorer } from './run-scorer.js';
import type { SetAdapter } from './set-adapter.js';

/** Told what goes on; the command writes it to standard error. */
export type Progress = (message: string) => void;

const PROGRESS_EVERY = 100;

/** Predicts one set into `OUT/<set>.jsonl`, then scores it unless only predictions are wanted. */
export async function evaluateSet(
  adapter: SetAdapter,
  options: EvalOptions,
  progress: Progress,
): Promise<Score[]> {
  const predictions = join(options.outDir, `${adapter.set}.jsonl`);
  await mkdir(options.outDir, { recursive: true });
  await predict(adapter, options, predictions, progress);
  if (options.predictOnly) return [];
  const scores: Score[] = [];
  for (const run of adapter.scorers) {
    const score = await runScorer(options.dataDir, adapter.set, options.split, run, predictions);
    if (score === null)
      progress(`${adapter.set}: no scorer ${run.scorer}.mjs in this data, not scored`);
    else scores.push(score);
  }
  return scores;
}

async function predict(
  adapter: SetAdapter,
  options: EvalOptions,
  file: string,
  progress: Progress,
): Promise<void> {
  const cases = readCases(join(options.dataDir, 'data', adapter.set, `${options.split}.jsonl`));
  const out = createWriteStream(file, 'utf8');
  let count = 0;
  for await (const prediction of adapter.predict(cases, {
    loadPage: pageLoader(options.dataDir),
  })) {
    if (!out.write(`${JSON.stringify(prediction)}\n`)) await once(out, 'drain');
    if (++count % PROGRESS_EVERY === 0) progress(`${adapter.set}: ${count} cases`);
  }
  out.end();
  await finished(out);
  progress(`${adapter.set}: ${count} cases → ${file}`);
}
