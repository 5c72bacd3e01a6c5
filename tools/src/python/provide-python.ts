import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT_MACHINE, StackError } from '../stack/errors.js';

/** Runs a command to its end. @returns its output, undefined where it failed or is not there */
export type Run = (command: string, args: readonly string[]) => Promise<string | undefined>;

export interface PythonNeeds {
  /** Where downloads are kept between checkouts. */
  readonly cacheFolder: string;
  /** Debian lets only root install. */
  readonly isRoot: boolean;
  readonly run: Run;
}

/** Python with a package: what runs it, and its `PYTHONPATH`. */
export interface Python {
  readonly command: string;
  readonly path: string;
}

/** What the Python example needs; the package of Debian is an older one of the same interface. */
export const PACKAGE = 'confluent-kafka==2.16.1';
const MODULE = 'confluent_kafka';
const DEBIAN = ['install', '-y', '--no-install-recommends', `python3-${MODULE.replace('_', '-')}`];
const VERSION = 'import sys; print("%d.%d" % sys.version_info[:2])';

/**
 * Python with the Kafka client of the example: one that has it, one that gets it from PyPI into the cache, or Debian's.
 * @throws StackError ERR_TEST_PYTHON_MISSING
 */
export async function providePython({ cacheFolder, isRoot, run }: PythonNeeds): Promise<Python> {
  const command = 'python3';
  const plain = { command, path: '' };
  const hasModule = async () => (await run(command, ['-c', `import ${MODULE}`])) !== undefined;
  if (await hasModule()) return plain;
  const version = await run(command, ['-c', VERSION]);
  if (version !== undefined) {
    const path = join(cacheFolder, 'python', `${PACKAGE}-${version.trim()}`);
    if (existsSync(path) || (await install(run, command, path))) return { command, path };
  }
  if (isRoot && (await run('apt-get', ['update', '-q'])) !== undefined) {
    if ((await run('apt-get', DEBIAN)) !== undefined && (await hasModule())) return plain;
  }
  throw new StackError(
    'ERR_TEST_PYTHON_MISSING',
    `The Python example is tested, and there is no Python 3 with pip and no ${MODULE}: install either ` +
      '(Debian: apt-get install python3-confluent-kafka).',
    EXIT_MACHINE,
  );
}

/** Under another name until it is whole. */
async function install(run: Run, command: string, path: string): Promise<boolean> {
  const part = `${path}.${process.pid}`;
  const args = ['-m', 'pip', 'install', '--quiet', '--no-input', '--target', part, PACKAGE];
  if ((await run(command, args)) === undefined) {
    rmSync(part, { recursive: true, force: true });
    return false;
  }
  // Another run may have been sooner.
  if (existsSync(path)) rmSync(part, { recursive: true, force: true });
  else renameSync(part, path);
  return true;
}
