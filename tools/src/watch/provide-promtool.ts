import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isExecutable } from '../browser/find-chromium.js';
import { EXIT_MACHINE, StackError } from '../stack/errors.js';

/** What a command left. */
export interface Ended {
  readonly ok: boolean;
  /** Standard output and error, as they came. */
  readonly text: string;
}
export type Run = (command: string, args: readonly string[], cwd: string) => Promise<Ended>;

export interface PromtoolNeeds {
  readonly env: NodeJS.ProcessEnv;
  /** Where downloads are kept between checkouts. */
  readonly cacheFolder: string;
  readonly run?: Run;
}

const PACKAGE = 'prometheus';

/**
 * The tool that checks and tests Prometheus rules: the one of `PROMTOOL`, one on the path, or Debian's, which is
 * unpacked into the cache and installed nowhere: nothing of it but this one program is wanted.
 *
 * @returns its file
 * @throws StackError ERR_TEST_PROMTOOL_MISSING
 */
export async function providePromtool(needs: PromtoolNeeds): Promise<string> {
  const { env, cacheFolder, run = runToEnd } = needs;
  const given = env['PROMTOOL'];
  if (given) {
    if (isExecutable(given)) return given;
    throw missing(`PROMTOOL is ${given}, where no program is.`);
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const installed = folders.map((folder) => join(folder, 'promtool')).find(isExecutable);
  if (installed) return installed;
  const home = join(cacheFolder, 'promtool');
  const file = join(home, 'usr', 'bin', 'promtool');
  if (!isExecutable(file)) await unpack(home, cacheFolder, run);
  if (isExecutable(file)) return file;
  throw missing('Debian gave no promtool.');
}

/** Beside its place and then moved there, so that a run that was broken off leaves no half of it. */
async function unpack(home: string, cacheFolder: string, run: Run): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  const beside = mkdtempSync(join(cacheFolder, 'promtool-'));
  const download = () => run('apt-get', ['download', '-q', PACKAGE], beside);
  try {
    // The lists of a fresh container are empty; those of an old one name files that are gone.
    if (!(await download()).ok) {
      await run('apt-get', ['update', '-q'], beside);
      const { ok, text } = await download();
      if (!ok) throw missing(text.trim().split('\n').at(-1) ?? '');
    }
    const [archive] = readdirSync(beside).filter((name) => name.endsWith('.deb'));
    const { ok, text } = await run('dpkg', ['-x', String(archive), 'files'], beside);
    if (!ok) throw missing(text.trim());
    // Someone else may have been faster.
    if (!existsSync(home)) renameSync(join(beside, 'files'), home);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

const missing = (why: string): StackError =>
  new StackError(
    'ERR_TEST_PROMTOOL_MISSING',
    `Rules are tested by promtool, and there is none: ${why} Install it (Debian: apt-get install prometheus) or let PROMTOOL name it.`,
    EXIT_MACHINE,
  );

/** Runs a command to its end; one that isn't there has failed. */
export function runToEnd(command: string, args: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((resolve) => {
    let text = '';
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (bytes: Buffer) => (text += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (text += bytes.toString()));
    child.once('error', (error) => resolve({ ok: false, text: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, text }));
  });
}
