import { chromium, type Browser } from 'playwright-core';
import { EXIT_MACHINE, StackError } from '../stack/errors.js';
import { findChromium } from './find-chromium.js';
import { whatToDo } from './provide-chromium.js';

/** The map is drawn by the processor: a container has no graphics card. */
const DRAWING = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

/**
 * Starts the browser without a window.
 *
 * @throws StackError ERR_TEST_BROWSER_MISSING
 */
export async function openBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const executablePath = findChromium(env);
  if (executablePath === undefined) {
    throw new StackError('ERR_TEST_BROWSER_MISSING', whatToDo(env['CHROME_PATH']), EXIT_MACHINE);
  }
  return chromium.launch({
    executablePath,
    // Chromium's own sandbox refuses to run as root, which is who one is in a container.
    chromiumSandbox: process.getuid?.() !== 0,
    args: DRAWING,
  });
}
