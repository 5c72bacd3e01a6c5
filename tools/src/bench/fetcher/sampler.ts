import { readUsage } from '../processes.js';

/** A process' resident memory beside how far the work was. */
export interface MemorySample {
  /** Share of all pages, in [0, 1]. */
  readonly done: number;
  readonly rssBytes: number;
}

/** Resident memory in MiB at moments of a run. */
export interface MemoryCourse {
  readonly start: number;
  readonly tenth: number;
  readonly half: number;
  readonly end: number;
  readonly most: number;
}

const MIB = 1024 * 1024;

/** @param samples in order of time, at least one */
export function memoryCourse(samples: readonly MemorySample[]): MemoryCourse {
  const mib = ({ rssBytes }: MemorySample) => Math.round(rssBytes / MIB);
  const last = samples.at(-1) as MemorySample;
  const at = (share: number) => mib(samples.find(({ done }) => done >= share) ?? last);
  const most = Math.max(...samples.map(mib));
  return { start: at(0), tenth: at(0.1), half: at(0.5), end: mib(last), most };
}

/**
 * Looks at memory every second until stopped.
 *
 * @param done share of all pages that are done with by now
 * @returns what stops it and resolves to each process' samples, one more included
 */
export function sampleMemory(
  pids: readonly number[],
  done: () => Promise<number>,
): () => Promise<MemorySample[][]> {
  const samples: MemorySample[][] = pids.map(() => []);
  const look = async () => {
    const share = await done();
    pids.forEach((pid, n) => samples[n]!.push({ done: share, rssBytes: readUsage(pid).rssBytes }));
  };
  let looking = look();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await looking.then(look);
    return samples;
  };
}

const EVERY_MS = 1_000;
