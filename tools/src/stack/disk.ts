import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { StackError } from './errors.js';

/** What a first run writes: binaries, jars, write-ahead log and the sample, with room to work. */
export const NEEDED_BYTES = 1024 ** 3;

/**
 * A broker or a database that meets a full disk dies in the middle of a write: better not to start.
 *
 * @throws StackError ERR_STACK_DISK_FULL
 */
export async function assertDiskSpace(folder: string, neededBytes = NEEDED_BYTES): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= neededBytes) return;
  throw new StackError(
    'ERR_STACK_DISK_FULL',
    `Only ${mebibytes(free)} MiB are free at ${folder}: make room for ${mebibytes(neededBytes)} MiB.`,
  );
}

function mebibytes(bytes: number): number {
  return Math.floor(bytes / 1024 ** 2);
}
