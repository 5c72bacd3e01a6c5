import { execFileSync } from 'node:child_process';
import { StackError } from '../errors.js';

/** The user and group that PostgreSQL runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'tocsin';

/**
 * PostgreSQL refuses to run as root: then it gets a system user of its own, made on the first start.
 *
 * @returns undefined when the caller is an ordinary user, as whom PostgreSQL runs too
 * @throws StackError ERR_STACK_PLATFORM when the user cannot be made
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const account = lookUp();
  if (account) return account;
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]);
  } catch {
    // Another start may have made it at the same moment: the look-up below decides.
  }
  const made = lookUp();
  if (made) return made;
  throw new StackError(
    'ERR_STACK_PLATFORM',
    `PostgreSQL cannot run as root and the user "${NAME}" could not be made: make it, run as an ordinary user, or set DATABASE_URL.`,
  );
}

function lookUp(): Account | undefined {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return undefined;
  }
}

function idOf(option: '-u' | '-g'): number {
  return Number(execFileSync('id', [option, NAME], { encoding: 'utf8', stdio: 'pipe' }));
}
