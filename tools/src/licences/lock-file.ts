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

export const readLockFile = (root: string): LockedPackage[] =>
  lockedPackages(readFileSync(join(root, 'package-lock.json'), 'utf8'));

/** What makes an entry one that anybody could have put there: no hash, or another source than the registry. */
export const looseEntries = (packages: readonly LockedPackage[]): string[] =>
  packages
    .filter(
      ({ integrity, resolved }) => !integrity?.startsWith('sha512-') || resolved !== undefined,
    )
    .map(({ name, version }) => `${name}@${version} is not held by a hash of the registry's`);
