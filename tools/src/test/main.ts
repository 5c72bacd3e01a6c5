import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../stack/folders.js';
import { onInterrupt } from '../stack/interrupt.js';
import { progress } from '../stack/progress.js';
import { readStackSettings } from '../stack/settings.js';
import { startStack, type Stack } from '../stack/stack.js';
import { sum, tallyLine, tallyOf, type JestReport, type Tally } from './jest-report.js';
import { provideBrowser } from './provide-browser.js';
import { runStep, type StepResult } from './run-step.js';
import { CHECKS, jestStep, type JestStep } from './steps.js';

const REPORTS = join(ROOT, 'reports');

/**
 * `npm test`: form, types, lint and boundaries, then every spec on a real broker and database of its
 * own. Arguments are patterns of spec paths; with any, the checks are left out.
 *
 * @returns 0 when everything passed, 1 otherwise, 130 when interrupted
 */
export async function main(patterns: string[]): Promise<number> {
  const { signal, again } = onInterrupt();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });

  const results: StepResult[] = [];
  for (const step of patterns.length > 0 ? [] : CHECKS) {
    results.push(await announced(step.name, runStep(step, ROOT, process.env, signal)));
  }
  const browser = await provideBrowser(process.env, signal);
  results.push(browser.result);
  const specs = await onStack(signal, again, async (stack) => {
    const env = {
      ...process.env,
      ...(browser.file === undefined ? {} : { CHROME_PATH: browser.file }),
      KAFKA_BROKERS: stack.kafkaBrokers,
      DATABASE_URL: stack.databaseUrl,
    };
    const runs: { result: StepResult; tally: Tally }[] = [];
    for (const step of [
      jestStep('specs', ['unit', 'integration'], REPORTS, patterns),
      jestStep('e2e', ['e2e'], REPORTS, patterns),
    ]) {
      const result = await announced(step.name, runStep(step, ROOT, env, signal));
      runs.push({ result, tally: readTally(step) });
    }
    return runs;
  });

  const failed = [...results, ...specs.map((run) => run.result)].filter((result) => !result.ok);
  if (failed.length > 0) progress(`failed: ${failed.map((result) => result.name).join(', ')}`);
  process.stdout.write(`${tallyLine(sum(specs.map((run) => run.tally)))}\n`);
  if (signal.aborted) return 130;
  return failed.length > 0 ? 1 : 0;
}

/** Runs `work` on a throwaway stack and stops that whatever happens. */
async function onStack<T>(
  signal: AbortSignal,
  again: Promise<void>,
  work: (stack: Stack) => Promise<T>,
): Promise<T> {
  const stack = await startStack({
    settings: readStackSettings(process.env),
    label: 'test',
    throwaway: true,
    database: 'tocsin_test',
    progress,
    signal,
  });
  void again.then(() => stack.stopQuickly());
  try {
    return await work(stack);
  } finally {
    await stack.stop();
  }
}

async function announced(name: string, running: Promise<StepResult>): Promise<StepResult> {
  progress(`${name} …`);
  const result = await running;
  progress(`${name} ${result.ok ? 'passed' : 'FAILED'} in ${result.seconds.toFixed(1)} s`);
  return result;
}

/** A run of Jest that ended without a report has failed as a whole. */
function readTally(step: JestStep): Tally {
  try {
    return tallyOf(JSON.parse(readFileSync(step.report, 'utf8')) as JestReport);
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
