import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readLockFile } from '../licences/lock-file.js';
import { ROOT } from '../stack/folders.js';
import { progress } from '../stack/progress.js';
import { missingFrom, named, shippedOnly, type Sbom } from './sbom.js';

const FILE = join('reports', 'sbom.cdx.json');

/**
 * `npm run sbom`: what is shipped and made by others, as CycloneDX, from the lock file alone.
 *
 * @returns 1 when npm's list lacks something that the lock file has
 */
export async function main(): Promise<number> {
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  const options = { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)('npm', args, options);
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const packages = readLockFile(ROOT);
  const sbom = named(shippedOnly(JSON.parse(stdout) as Sbom, packages), name, version);
  const missing = missingFrom(sbom, packages);
  for (const line of missing) progress(`missing: ${line}`);
  mkdirSync(join(ROOT, 'reports'), { recursive: true });
  writeFileSync(join(ROOT, FILE), `${JSON.stringify(sbom, null, 2)}\n`);
  progress(`${sbom.components.length} components in ${FILE}`);
  return missing.length > 0 ? 1 : 0;
}
