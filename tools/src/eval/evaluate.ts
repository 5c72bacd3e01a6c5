import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { errorsText } from './errors.js';
import { partOf, partsOf } from './halves.js';
import { pageLoader } from './load-page.js';
import { writeMade } from './made/write-made.js';
import type { EvalOptions } from './options.js';
import { openPartScorer } from './part-scorer.js';
import { readCases } from './read-cases.js';
import type { Score } from './run-scorer.js';
import { runScorer } from './run-scorer.js';
import type { Answer, Prediction, SetAdapter } from './set-adapter.js';

/** Told what goes on; the command writes it to standard error. */
export type Progress = (message: string) => void;

const PROGRESS_EVERY = 100;

/**
 * Predicts one set into `OUT/<set>.jsonl`, then scores it unless only predictions are wanted; where
 * peers are, each of them likewise. A set that the tool makes is laid into `OUT/made` first.
 */
export async function evaluateSet(
  adapter: SetAdapter,
  given: EvalOptions,
  progress: Progress,
): Promise<Score[]> {
  const { set, made } = adapter;
  await mkdir(given.outDir, { recursive: true });
  const options = made ? { ...given, dataDir: join(given.outDir, 'made') } : given;
  if (made) await writeMade(set, options.split, made, options.dataDir);
  const scores = await evaluate(adapter, { set, name: set }, options, progress);
  for (const each of options.peers ? (adapter.peers ?? []) : []) {
    const name = `${set}.${each.file}`;
    const scored = await evaluate(each, { set, name }, options, progress);
    scores.push(...scored.map((score) => ({ ...score, peer: each.peer })));
  }
  return scores;
}

/** @param name of the file of predictions, and in what is told */
async function evaluate(
  answer: Answer,
  { set, name }: { readonly set: string; readonly name: string },
  options: EvalOptions,
  progress: Progress,
): Promise<Score[]> {
  const predictions = join(options.outDir, `${name}.jsonl`);
  const cases = readCases(join(options.dataDir, 'data', set, `${options.split}.jsonl`));
  const told: Progress = (message) => progress(`${name}: ${message}`);
  const env = { loadPage: pageLoader(options.dataDir) };
  await write(answer.predict(cases, env), predictions, told);
  if (options.predictOnly) return [];
  const scores: Score[] = [];
  for (const run of answer.scorers) {
    const score = await runScorer(options.dataDir, set, options.split, run, predictions);
    if (score === null) told(`no scorer ${run.scorer}.mjs in this data, not scored`);
    else scores.push(score);
  }
  return [...scores, ...(await lookCloser(answer, { set, name }, options, predictions))];
}

/** Each part's scores and the file of errors, where they are wanted. */
async function lookCloser(
  { scorers, opened = false }: Answer,
  { set, name }: { readonly set: string; readonly name: string },
  { dataDir, outDir, split, halves, errors }: EvalOptions,
  predictions: string,
): Promise<Score[]> {
  if (!halves && errors === 0) return [];
  const part = await openPartScorer(dataDir, set, split, predictions);
  try {
    const scores: Score[] = [];
    for (const own of halves ? partsOf(opened) : []) {
      const ids = part.cases.map(({ id }) => id).filter((id) => partOf(id, opened) === own);
      for (const run of scorers) {
        const score = await part.score(run, new Set(ids));
        if (score) scores.push({ ...score, scorer: `${score.scorer} (${own})` });
      }
    }
    const [first] = scorers;
    if (errors > 0 && first) {
      const text = await errorsText(part, first, errors, opened);
      await writeFile(join(outDir, `${name}.errors.md`), text);
    }
    return scores;
  } finally {
    await part.close();
  }
}

async function write(
  predictions: AsyncIterable<Prediction>,
  file: string,
  progress: Progress,
): Promise<void> {
  const out = createWriteStream(file, 'utf8');
  let count = 0;
  for await (const prediction of predictions) {
    if (!out.write(`${JSON.stringify(prediction)}\n`)) await once(out, 'drain');
    if (++count % PROGRESS_EVERY === 0) progress(`${count} cases`);
  }
  out.end();
  await finished(out);
  progress(`${count} cases → ${file}`);
}
