import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is read of one entry of `package-lock.json`. */
export interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  /** Part of the workspace itself. */
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** A package that somebody else made, as the lock file has it. */
export interface LockedPackage extends LockEntry {
  readonly name: string;
}

const INSIDE = 'node_modules/';

/** Every package of the lock file that is not ours, each place of it. */
export function lockedPackages(text: string): LockedPackage[] {
  const { packages } = JSON.parse(text) as { packages: Record<string, LockEntry> };
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes(INSIDE) && !link)
    .map(([path, entry]) => ({
      ...entry,
      name: path.slice(path.lastIndexOf(INSIDE) + INSIDE.length),
    }));
}

export const lockFile = (root: string): string =>
  readFileSync(join(root, 'package-lock.json'), 'utf8');

export const readLockFile = (root: string): LockedPackage[] => lockedPackages(lockFile(root));

/** What makes an entry one that anybody could have put there: no hash, or another source than the registry. */
export const looseEntries = (packages: readonly LockedPackage[]): string[] =>
  packages
    .filter(
      ({ integrity, resolved }) => !integrity?.startsWith('sha512-') || resolved !== undefined,
    )
    .map(({ name, version }) => `${name}@${version} is not held by a hash of the registry's`);

const EXACT = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;

/** What our own packages ask for by a range, so that what they get would change by itself. */
export function looseVersions(text: string): string[] {
  const { packages } = JSON.parse(text) as {
    packages: Record<string, { dependencies?: object; devDependencies?: object }>;
  };
  return Object.entries(packages)
    .filter(([path]) => !path.includes(INSIDE))
    .flatMap(([path, { dependencies, devDependencies }]) =>
      Object.entries({ ...dependencies, ...devDependencies })
        .filter(([, version]) => !EXACT.test(String(version)))
        .map(([name, version]) => `${path || 'the root'} asks for ${name} ${String(version)}`),
    );
}
