import type { Interrupt } from '../stack/interrupt.js';
import { progress } from '../stack/progress.js';
import { readStackSettings } from '../stack/settings.js';
import { startStack } from '../stack/stack.js';
import type { AskedRun } from './progress-file.js';
import type { ChaosReport } from './report.js';
import { runChaos } from './run-chaos.js';

/** Kills of one round: what an interruption costs at most. */
const ROUND = 50;

/** One part of the kills, on a line of its own. */
export interface Round {
  readonly kills: number;
  readonly articles: number;
  readonly seed: number;
}

/** The rounds in which so many kills are made: equal parts, each with a seed of its own. */
export function roundsOf({ kills, articles, seed }: Omit<AskedRun, 'tests'>): Round[] {
  const count = Math.ceil(kills / ROUND);
  const part = (whole: number, at: number) =>
    Math.floor(((at + 1) * whole) / count) - Math.floor((at * whole) / count);
  return Array.from({ length: count }, (_, at) => ({
    kills: part(kills, at),
    articles: part(articles, at),
    seed: seed + at,
  }));
}

/** Kills under work on a stack that is thrown away. */
export async function runKillTest(round: Round, interrupt: Interrupt): Promise<ChaosReport> {
  // Never a broker or database that others use: what is killed and counted here is our own alone.
  const { kafkaBrokers: _, databaseUrl: __, ...settings } = readStackSettings(process.env);
  const stack = await startStack({
    settings,
    label: 'chaos',
    throwaway: true,
    database: 'tocsin',
    progress,
    signal: interrupt.signal,
  });
  void interrupt.again.then(() => stack.stopQuickly());
  try {
    return await runChaos(round, stack, interrupt.signal);
  } finally {
    // A stack that is thrown away needs no farewell.
    await stack.stopQuickly();
  }
}
