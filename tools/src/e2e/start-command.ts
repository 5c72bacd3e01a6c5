import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from '../stack/folders.js';

/** What a command left when it had ended. */
export interface CommandEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the built `npm start` to its end, without the set-up that goes before it: the specs have had
 * theirs. The channel ends it if the caller dies.
 */
export const startCommand = (
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<CommandEnd> =>
  runToEnd([join(ROOT, 'tools', 'bootstrap', 'entry.mjs'), 'start', ...args], env);

/** Runs the built `tocsin` to its end. */
export const tocsinCommand = (
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<CommandEnd> =>
  runToEnd([join(ROOT, 'services', 'cli', 'bin', 'tocsin.mjs'), ...args], env);

async function runToEnd(args: readonly string[], env: NodeJS.ProcessEnv): Promise<CommandEnd> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'exit') as Promise<[number | null]>,
    text(child.stdout!),
    text(child.stderr!),
  ]);
  return { code, stdout, stderr };
}
