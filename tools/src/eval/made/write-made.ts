import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MadeSet } from './made-set.js';

/**
 * Lays a set that the tool makes into a folder as all other sets lie: `DIR/data/<set>/<split>.jsonl`, its scorer in
 * `DIR/score`.
 */
export async function writeMade(
  set: string,
  split: string,
  { make, scorer }: MadeSet,
  dir: string,
): Promise<void> {
  await mkdir(join(dir, 'data', set), { recursive: true });
  await mkdir(join(dir, 'score'), { recursive: true });
  const lines = make(split).map((each) => `${JSON.stringify({ ...each, set })}\n`);
  await writeFile(join(dir, 'data', set, `${split}.jsonl`), lines.join(''));
  await copyFile(scorer, join(dir, 'score', `${set}.mjs`));
}
