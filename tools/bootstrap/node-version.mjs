import { SetupError } from './setup-error.mjs';

/** Oldest Node.js that can run the set-up itself. */
export const OLDEST_MAJOR = 20;
/** The Node.js that everything after the set-up runs on: the npm package `node` brings it. */
export const RUNTIME_MAJOR = 24;

/**
 * @param {string} version as `process.versions.node` gives it, such as `20.11.0`
 * @returns {number} the major version
 */
export function majorOf(version) {
  return Number.parseInt(version, 10);
}

/**
 * @param {string} version
 * @throws {SetupError} ERR_SETUP_NODE_OLD
 */
export function assertNodeVersion(version) {
  if (majorOf(version) >= OLDEST_MAJOR) return;
  throw new SetupError(
    'ERR_SETUP_NODE_OLD',
    `Node.js ${version} is too old: install Node.js ${OLDEST_MAJOR} or newer.`,
  );
}
