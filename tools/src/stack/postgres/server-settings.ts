import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../folders.js';

const MIB = 1024 ** 2;
const LINE = /^([a-z_]+) = (\S+)$/;

/** The parts of the memory that the file's first two settings are: what the file says of them. */
const OF_MEMORY: Readonly<Record<string, number>> = {
  shared_buffers: 1 / 4,
  effective_cache_size: 3 / 4,
};

/**
 * The settings that operators are told to give their server, as `name=value`: what is measured runs with no others.
 *
 * @param memoryBytes of the machine that the server has for itself
 */
export function operatorSettings(memoryBytes = totalmem()): string[] {
  const lines = readFileSync(join(ROOT, 'deploy/postgres/tocsin.conf'), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, name, value] = LINE.exec(line) ?? [];
    if (name === undefined) return [];
    const part = OF_MEMORY[name];
    return [
      `${name}=${part === undefined ? value : `${Math.floor((memoryBytes * part) / MIB)}MB`}`,
    ];
  });
}
