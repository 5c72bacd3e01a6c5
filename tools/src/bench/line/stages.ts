import type { Stack } from '../../stack/stack.js';
import type { Child } from '../../stack/processes/child.js';
import { treeCpuMs } from '../processes.js';

/** Milliseconds of CPU by stage of the line: its services, broker and database. */
export type StageCpu = Readonly<Record<string, number>>;

/** The processes that the line consists of; several instances of a service are one stage. */
export function stagesOf(
  stack: Stack,
  services: readonly Child[],
): ReadonlyMap<string, readonly number[]> {
  const base = stack.base.filter(({ name }) => name === 'kafka' || name === 'postgres');
  const stages = new Map<string, number[]>();
  for (const { name, pid } of [...services, ...base]) {
    const stage = name.replace(/-\d+$/, '');
    stages.set(stage, [...(stages.get(stage) ?? []), pid]);
  }
  return stages;
}

/** What every stage has used so far. */
export function cpuOf(stages: ReadonlyMap<string, readonly number[]>): StageCpu {
  return Object.fromEntries(
    [...stages].map(([name, pids]) => [name, pids.reduce((sum, pid) => sum + treeCpuMs(pid), 0)]),
  );
}

/** What every stage used between two looks, an article. */
export function cpuPerArticle(before: StageCpu, after: StageCpu, articles: number): StageCpu {
  return Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [name, (ms - (before[name] ?? 0)) / articles]),
  );
}

export const total = (cpu: StageCpu): number =>
  Object.values(cpu).reduce((sum, each) => sum + each, 0);
