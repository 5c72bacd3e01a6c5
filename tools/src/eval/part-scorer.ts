import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScorer, type Score } from './run-scorer.js';
import type { Prediction, ScorerRun } from './set-adapter.js';

/** A line of a set with what is expected: for scorers and people, never for adapters. */
export interface FullCase {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
}

/** Scores some cases of a set as if there were no others. */
export interface PartScorer {
  readonly cases: readonly FullCase[];
  readonly predictions: ReadonlyMap<string, Prediction>;
  score(run: ScorerRun, ids: ReadonlySet<string>): Promise<Score | null>;
  close(): Promise<void>;
}

/**
 * Scorers find what is expected beside themselves, so each part is scored in a folder of its own that has
 * them and the part's cases alone.
 */
export async function openPartScorer(
  dataDir: string,
  set: string,
  split: string,
  predictionsFile: string,
): Promise<PartScorer> {
  const cases = await readLines<FullCase>(join(dataDir, 'data', set, `${split}.jsonl`));
  const predictions = await readLines<Prediction>(predictionsFile);
  const dir = await mkdtemp(join(tmpdir(), 'tocsin-eval-'));
  await cp(join(dataDir, 'score'), join(dir, 'score'), { recursive: true });
  await mkdir(join(dir, 'data', set), { recursive: true });
  const partFile = join(dir, 'predictions.jsonl');
  return {
    cases,
    predictions: new Map(predictions.map((each) => [each.id, each])),
    async score(run, ids) {
      const part = <T extends { id: string }>(all: readonly T[]) =>
        all.filter(({ id }) => ids.has(id)).map((each) => `${JSON.stringify(each)}\n`);
      await writeFile(join(dir, 'data', set, `${split}.jsonl`), part(cases));
      await writeFile(partFile, part(predictions));
      return runScorer(dir, set, split, run, partFile);
    },
    close: () => rm(dir, { recursive: true, force: true }),
  };
}

async function readLines<T>(file: string): Promise<T[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
