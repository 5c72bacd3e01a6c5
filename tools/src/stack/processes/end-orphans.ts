import { rmSync } from 'node:fs';
import { endProcess } from './end-process.js';
import { isAlive } from './identity.js';
import { readRuns } from './run-record.js';

/** How long an orphan may take to close its files before it is ended by force. */
const GRACE_MS = 15_000;

/**
 * Ends what runs that were killed left behind – processes and throwaway data – and forgets them.
 * Runs whose starter lives are left alone.
 *
 * @returns names of the processes that were still alive
 */
export async function endOrphans(folder: string): Promise<string[]> {
  const killed = readRuns(folder).filter((run) => !run.alive);
  const orphans = killed.flatMap((run) => run.state.children).filter(isAlive);
  await Promise.all(orphans.map((child) => endProcess(child, child.stopSignal, GRACE_MS)));
  for (const run of killed) {
    for (const path of run.state.throwaway) rmSync(path, { recursive: true, force: true });
    rmSync(run.file, { force: true });
  }
  return orphans.map((child) => child.name);
}
