import { spawn } from 'node:child_process';

/** One command of the test run. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
}

/** Runs a command with its output on standard error, to its end or until `signal` aborts. */
export function runStep(
  step: Step,
  cwd: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<StepResult> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(step.command, step.args, {
      cwd,
      env,
      signal,
      killSignal: 'SIGTERM',
      stdio: ['ignore', process.stderr, process.stderr],
    });
    const end = (ok: boolean) =>
      resolve({ name: step.name, ok, seconds: (performance.now() - startedAt) / 1000 });
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
  });
}
