import { EXIT_MACHINE, StackError } from '../stack/errors.js';
import { findChromium, isExecutable } from './find-chromium.js';

/** Runs a command to its end. @returns whether it ended well */
export type RunCommand = (command: string, args: readonly string[]) => Promise<boolean>;

export interface ChromiumNeeds {
  readonly env: NodeJS.ProcessEnv;
  /** Debian lets only root install. */
  readonly isRoot: boolean;
  readonly run: RunCommand;
  readonly progress: (line: string) => void;
  readonly isThere?: (file: string) => boolean;
}

const APT = '/usr/bin/apt-get';
const INSTALL = ['install', '-y', '--no-install-recommends', 'chromium'];

/**
 * The browser for the console's specs: a given one, an installed one, or Debian's, installed here.
 *
 * @returns its file
 * @throws StackError ERR_TEST_BROWSER_MISSING
 */
export async function provideChromium(needs: ChromiumNeeds): Promise<string> {
  const { env, isRoot, run, progress, isThere = isExecutable } = needs;
  const found = findChromium(env, isThere);
  if (found) return found;
  if (!env['CHROME_PATH'] && isRoot && isThere(APT)) {
    progress('installing chromium (apt-get)');
    // The lists of a fresh container are empty; those of an old one name packages that are gone.
    if (await run(APT, ['update', '-q'])) await run(APT, INSTALL);
    const installed = findChromium(env, isThere);
    if (installed) return installed;
  }
  throw new StackError('ERR_TEST_BROWSER_MISSING', whatToDo(env['CHROME_PATH']), EXIT_MACHINE);
}

export const whatToDo = (given: string | undefined): string =>
  given
    ? `CHROME_PATH is ${given}, where no browser is: let it name Chromium's executable.`
    : 'The console is tested in Chromium, and there is none: install it (Debian: apt-get install chromium) ' +
      'or let CHROME_PATH name its executable.';
