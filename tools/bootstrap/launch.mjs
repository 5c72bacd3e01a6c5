import { fileURLToPath } from 'node:url';
import { assertNodeVersion } from './node-version.mjs';
import { runPart } from './re-exec.mjs';
import { progress } from './run-command.mjs';
import { setUp } from './set-up.mjs';

/** @type {string} the folder of the checkout */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The whole way of a command on a fresh clone: the right Node.js, dependencies, build, then the part
 * itself. Sets the process's exit code.
 *
 * @param {string} part
 * @param {string[]} args
 */
export async function launch(part, args) {
  try {
    assertNodeVersion(process.versions.node);
    await setUp(ROOT);
    process.exitCode = await runPart(ROOT, part, args);
  } catch (error) {
    if (typeof error?.exitCode !== 'number') throw error;
    progress(`${error.message} [${error.code}]`);
    process.exitCode = error.exitCode;
  }
}
