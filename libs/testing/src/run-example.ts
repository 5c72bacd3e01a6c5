import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What an example printed: one JSON line for each thing that happened. */
export type ExampleLine = Readonly<Record<string, unknown>>;

export interface RunningExample {
  /** All lines so far. */
  readonly lines: readonly ExampleLine[];
  /** The first line that satisfies, now or later. @throws Error with what it printed, when it ends or takes too long */
  until(satisfies: (line: ExampleLine) => boolean): Promise<ExampleLine>;
  stop(): Promise<void>;
}

const EXAMPLES = new URL('../../../docs/examples/', import.meta.url);
const PATIENCE_MS = 45_000;

/**
 * Runs a file of `docs/examples` as its reader would.
 * @param command what runs it, Node.js by default
 */
export function runExample(
  file: string,
  env: NodeJS.ProcessEnv,
  command = process.execPath,
): RunningExample {
  const child = spawn(command, [fileURLToPath(new URL(file, EXAMPLES))], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: ExampleLine[] = [];
  let errors = '';
  let isOver = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line) as ExampleLine);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => (errors += error.message));
    child.once('close', () => {
      isOver = true;
      resolve();
    });
  });
  return {
    lines,
    async until(satisfies) {
      const limit = performance.now() + PATIENCE_MS;
      for (;;) {
        const found = lines.find(satisfies);
        if (found) return found;
        if (isOver || performance.now() > limit) {
          throw new Error(`${file} printed ${JSON.stringify(lines).slice(-2_000)} ${errors}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    },
  };
}
