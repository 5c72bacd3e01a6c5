import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StackError } from './errors.js';

/** The folder of the checkout; sources and built files lie equally deep. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Where everything of a run lies. */
export interface RunFolders {
  /** Records of runs, shared by all runs of this checkout. */
  readonly records: string;
  readonly logs: string;
  readonly kafka: string;
  readonly postgres: string;
  /** All that a throwaway run must remove. */
  readonly all: readonly string[];
}

/**
 * @param label names the run: its data is found again under the same label
 * @param otherUser PostgreSQL runs as another user, who may not be able to enter the checkout: its
 *   part then lies under `/var/tmp`, and a link in `.tocsin` points to it
 * @throws StackError ERR_STACK_PLATFORM when that place belongs to someone else
 */
export function runFolders(root: string, label: string, otherUser: boolean): RunFolders {
  const own = join(root, '.tocsin', label);
  const postgres = join(own, 'postgres');
  mkdirSync(own, { recursive: true });
  const folders = { records: join(root, '.tocsin', 'run'), logs: join(own, 'logs') };
  const kafka = join(own, 'kafka');
  if (!otherUser) return { ...folders, kafka, postgres, all: [own] };

  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const outside = join(sharedFolder(), checkout, label);
  mkdirSync(outside, { recursive: true });
  rmSync(postgres, { recursive: true, force: true });
  symlinkSync(join(outside, 'postgres'), postgres);
  return { ...folders, kafka, postgres: join(outside, 'postgres'), all: [own, outside] };
}

/**
 * The caller's folder that other users can enter. Everyone may write to `/var/tmp`: a folder that another
 * user put there under our name must not be trusted.
 */
export function sharedFolder(folder = `/var/tmp/tocsin-${process.getuid?.()}`): string {
  mkdirSync(folder, { recursive: true });
  const { uid } = lstatSync(folder);
  if (uid !== process.getuid?.()) {
    throw new StackError(
      'ERR_STACK_PLATFORM',
      `${folder} belongs to another user: remove it, or run as another user.`,
    );
  }
  chmodSync(folder, 0o755);
  return folder;
}
