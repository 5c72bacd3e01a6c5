import { ROOT } from '../stack/folders.js';
import { progress } from '../stack/progress.js';
import { askRegistry } from './audit.js';
import { refusedLicences } from './licences.js';
import { lockFile, lockedPackages, looseEntries, looseVersions } from './lock-file.js';

/**
 * `npm run licences`: licences and hashes of everything in the lock file, without a network; then known weaknesses, where the
 * registry can be asked.
 *
 * @returns 1 when a licence is not allowed, an entry is held by no hash, or something shipped has a grave weakness
 */
export async function main(): Promise<number> {
  const text = lockFile(ROOT);
  const packages = lockedPackages(text);
  const refused = [...refusedLicences(packages), ...looseEntries(packages), ...looseVersions(text)];
  for (const line of refused) progress(`refused: ${line}`);
  progress(
    `${packages.length} packages: licences and hashes ${refused.length ? 'FAILED' : 'hold'}`,
  );

  const audit = await askRegistry(ROOT);
  if (audit.kind === 'not asked') {
    progress(`known weaknesses NOT CHECKED: the registry could not be asked (${audit.why})`);
    return refused.length > 0 ? 1 : 0;
  }
  for (const line of [...audit.grave, ...audit.others]) progress(`known weakness, ${line}`);
  progress(`known weaknesses: ${audit.grave.length} grave, ${audit.others.length} others`);
  return refused.length + audit.grave.length > 0 ? 1 : 0;
}
