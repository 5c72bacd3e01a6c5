import { provideChromium } from '../browser/provide-chromium.js';
import { ROOT } from '../stack/folders.js';
import { progress } from '../stack/progress.js';
import { runStep, type StepResult } from './run-step.js';

export interface Browser {
  readonly result: StepResult;
  /** Its file; undefined when there is none to be had: the step has failed then. */
  readonly file: string | undefined;
}

/** The set-up's last part: the browser that the console's specs drive. */
export async function provideBrowser(
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Browser> {
  const startedAt = performance.now();
  const ended = (file: string | undefined): Browser => ({
    file,
    result: {
      name: 'browser',
      ok: file !== undefined,
      seconds: (performance.now() - startedAt) / 1_000,
    },
  });
  try {
    const file = await provideChromium({
      env,
      isRoot: process.getuid?.() === 0,
      progress,
      run: async (command, args) => {
        const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
        return (await runStep({ name: command, command, args }, ROOT, quiet, signal)).ok;
      },
    });
    return ended(file);
  } catch (error) {
    progress(error instanceof Error ? error.message : String(error));
    return ended(undefined);
  }
}
