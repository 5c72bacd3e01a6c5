import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names under which Chromium and its relatives are installed, best first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Where macOS keeps them: not on the path. */
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * The browser of `CHROME_PATH`, or an installed one.
 *
 * @returns its file; undefined when there is none, also when `CHROME_PATH` leads nowhere
 */
export function findChromium(
  env: NodeJS.ProcessEnv,
  isThere: (file: string) => boolean = isExecutable,
): string | undefined {
  const given = env['CHROME_PATH'];
  if (given) return isThere(given) ? given : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...APPLICATIONS].find(isThere);
}
