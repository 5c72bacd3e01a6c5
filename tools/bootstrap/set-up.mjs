import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isInstalled, markInstalled } from './install-stamp.mjs';
import { withLock } from './lock.mjs';
import { progress, runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

/** Packages whose install script brings a binary that nothing works without. */
const BINARIES = ['node_modules/.bin/node', 'node_modules/.bin/nx', 'node_modules/.bin/swc'];

/**
 * Installs and builds what is missing, under a lock of this checkout.
 *
 * @param {string} root
 * @throws {SetupError} ERR_SETUP_INSTALL, ERR_SETUP_BUILD
 */
export async function setUp(root) {
  await withLock(
    join(root, '.tocsin', 'run', 'setup.lock'),
    async () => {
      await install(root);
      await build(root);
    },
    () => progress('waiting for another set-up of this checkout to end'),
  );
}

/** @param {string} root */
async function install(root) {
  if (isInstalled(root)) return;
  progress('installing dependencies (npm ci)');
  const code = await runCommand('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
  });
  const missing = BINARIES.filter((file) => !existsSync(join(root, file)));
  if (code !== 0 || missing.length > 0) {
    throw new SetupError(
      'ERR_SETUP_INSTALL',
      missing.length > 0 && code === 0
        ? `npm ci left ${missing.join(', ')} missing: run npm rebuild with install scripts allowed.`
        : `npm ci failed with exit code ${code}: see its output above, then run the command again.`,
    );
  }
  markInstalled(root);
}

/** @param {string} root */
async function build(root) {
  progress('building what changed');
  const code = await runCommand(
    runtimeNode(root),
    ['node_modules/.bin/nx', 'run-many', '-t', 'build', '--output-style=static'],
    { cwd: root, env: toolEnvironment(root, process.env), quiet: true },
  );
  if (code !== 0) {
    throw new SetupError('ERR_SETUP_BUILD', 'The build failed: see its output above.');
  }
}

/**
 * @param {string} root
 * @returns {string} the Node.js that everything after the set-up runs on
 */
export function runtimeNode(root) {
  return join(root, 'node_modules', '.bin', 'node');
}

/**
 * The repository's own Node.js and tools come first; Nx keeps no daemon, which would outlive us.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(root, env) {
  const bin = join(root, 'node_modules', '.bin');
  return { ...env, NX_DAEMON: 'false', PATH: `${bin}${delimiter}${env.PATH ?? ''}` };
}
