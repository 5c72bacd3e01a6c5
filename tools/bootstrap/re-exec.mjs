import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runtimeNode, toolEnvironment } from './set-up.mjs';

const ENTRY = fileURLToPath(new URL('./entry.mjs', import.meta.url));
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a part of the tools under the repository's Node.js and waits for it. Signals are passed on;
 * the channel between the two closes if this process is killed outright, which tells the other to
 * stop as if it had been asked to.
 *
 * @param {string} root
 * @param {string} part folder of `tools/dist` whose `main.js` is run
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export function runPart(root, part, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(runtimeNode(root), [ENTRY, part, ...args], {
      env: toolEnvironment(root, process.env),
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 130 : 1)));
  });
}
