import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Inside node_modules, so that removing node_modules removes the claim that it is up to date. */
const STAMP = 'node_modules/.tocsin-install';

/**
 * What decides what `npm ci` would install.
 *
 * @param {string} root folder of package-lock.json
 * @returns {string} SHA-256 in hex
 */
export function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** @param {string} root */
export function isInstalled(root) {
  const stamp = join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lockHash(root);
}

/** @param {string} root */
export function markInstalled(root) {
  writeFileSync(join(root, STAMP), `${lockHash(root)}\n`);
}
