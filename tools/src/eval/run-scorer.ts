import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ScorerRun } from './set-adapter.js';

const run = promisify(execFile);
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** What a scorer printed: `main` is its headline figure. */
export interface Score {
  readonly set: string;
  readonly scorer: string;
  /** Whose predictions these are, where they are not ours. */
  readonly peer?: string;
  readonly main: number | null;
  readonly [figure: string]: unknown;
}

/** Runs `DIR/score/<scorer>.mjs`, which finds the expected values by itself. Null where there is no such scorer. */
export async function runScorer(
  dataDir: string,
  set: string,
  split: string,
  { scorer, args = [] }: ScorerRun,
  predictions: string,
): Promise<Score | null> {
  const script = join(dataDir, 'score', `${scorer}.mjs`);
  if (!(await exists(script))) return null;
  const { stdout } = await run(process.execPath, [script, predictions, '--split', split, ...args], {
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  const printed = JSON.parse(stdout) as Record<string, unknown>;
  const main = typeof printed['main'] === 'number' ? printed['main'] : null;
  return { ...printed, set, scorer: [scorer, ...args].join(' '), main };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
