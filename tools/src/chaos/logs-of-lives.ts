import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What broker or database wrote into its logs, over all of its lives, the first one first. */
export function logsOfLives(folder: string, name: 'kafka' | 'postgres'): string {
  const isOf = new RegExp(`^${name}(?:-(\\d+))?\\.log$`);
  return readdirSync(folder)
    .flatMap((file) => {
      const match = isOf.exec(file);
      return match ? [{ file, life: Number(match[1] ?? 1) }] : [];
    })
    .sort((a, b) => a.life - b.life)
    .map(({ file }) => readFileSync(join(folder, file), 'utf8'))
    .join('');
}
