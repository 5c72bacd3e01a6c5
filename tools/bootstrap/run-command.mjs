import { spawn } from 'node:child_process';

/**
 * Runs a command of the set-up to its end. Its output goes to standard error, so that standard
 * output stays pure JSON under `--json`.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code; 127 when the command does not exist
 */
export function runCommand(command, args, { cwd, env = process.env }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', process.stderr, process.stderr],
    });
    child.once('error', () => resolve(127));
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** @param {string} line one line of progress, for people */
export function progress(line) {
  process.stderr.write(`tocsin: ${line}\n`);
}
