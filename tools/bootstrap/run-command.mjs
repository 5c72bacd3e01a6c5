import { spawn } from 'node:child_process';

/**
 * Runs a command of the set-up to its end. Its output goes to standard error, so that standard
 * output stays pure JSON under `--json`.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} options
 *   `quiet` shows the output only when the command fails
 * @returns {Promise<number>} its exit code; 127 when the command does not exist
 */
export function runCommand(command, args, { cwd, env = process.env, quiet = false }) {
  return new Promise((resolve) => {
    const output = quiet ? 'pipe' : process.stderr;
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', output, output] });
    const kept = [];
    child.stdout?.on('data', (chunk) => kept.push(chunk));
    child.stderr?.on('data', (chunk) => kept.push(chunk));
    child.once('error', () => resolve(127));
    child.once('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(kept));
      resolve(code ?? 1);
    });
  });
}

/** @param {string} line one line of progress, for people */
export function progress(line) {
  process.stderr.write(`tocsin: ${line}\n`);
}
