import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../stack/folders.js';

export const CORPUS = join(ROOT, 'tools', 'hostile');

/** The saved inputs of a boundary: sound ones to begin with, and those that once broke something. */
export function savedInputs(boundary: string): Buffer[] {
  const folder = join(CORPUS, boundary);
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name)));
}
