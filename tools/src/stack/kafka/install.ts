import { execFile } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { StackError } from '../errors.js';
import { KAFKA_VERSION, readJarList, wrongJars, type Jar } from './jar-list.js';

const POM = fileURLToPath(new URL('../../../kafka/pom.xml', import.meta.url));
/** A repository that says nothing for this long is taken for unreachable. */
const DOWNLOAD_TIMEOUT_MS = 120_000;

export interface KafkaSource {
  readonly cacheFolder: string;
  readonly mavenRepository: string;
  readonly progress: (line: string) => void;
}

/**
 * Brings the broker's jars into the cache unless they are there: by Maven where it is installed,
 * since it knows the user's mirrors, else by plain download. Either way every jar's hash is checked.
 *
 * @returns the folder of the jars
 * @throws StackError ERR_STACK_DOWNLOAD, ERR_STACK_CHECKSUM
 */
export async function installKafka(source: KafkaSource): Promise<string> {
  const target = join(source.cacheFolder, `kafka-${KAFKA_VERSION}`);
  if (existsSync(join(target, '.complete'))) return target;

  const jars = await readJarList();
  await mkdir(source.cacheFolder, { recursive: true });
  // Filled beside the target and renamed whole: a killed or simultaneous install leaves no half one.
  const folder = await mkdtemp(join(source.cacheFolder, '.kafka-'));
  try {
    source.progress(`fetching Apache Kafka ${KAFKA_VERSION} (once)`);
    if (!(await copyByMaven(folder)) || (await wrongJars(jars, folder)).length > 0) {
      await download(jars, source.mavenRepository, folder);
    }
    const wrong = await wrongJars(jars, folder);
    if (wrong.length > 0) {
      throw new StackError(
        'ERR_STACK_CHECKSUM',
        `${wrong.join(', ')} from ${source.mavenRepository} is not what Tocsin pinned: check TOCSIN_MAVEN_REPOSITORY and the network in between.`,
      );
    }
    await writeFile(join(folder, '.complete'), '');
    await rm(target, { recursive: true, force: true });
    await rename(folder, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return target;
}

async function copyByMaven(folder: string): Promise<boolean> {
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
  try {
    await promisify(execFile)('mvn', ['-q', '-B', '-f', POM, ...goal], { env: process.env });
    return true;
  } catch {
    return false;
  }
}

async function download(jars: readonly Jar[], repository: string, folder: string): Promise<void> {
  for (const { path } of jars) {
    const url = `${repository}/${path}`;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS) });
      if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
      const body = Readable.fromWeb(response.body as ReadableStream);
      await pipeline(body, createWriteStream(join(folder, basename(path))));
    } catch (error) {
      throw new StackError(
        'ERR_STACK_DOWNLOAD',
        `${url} could not be fetched (${(error as Error).message}): check the network, install Maven with a mirror, or set TOCSIN_MAVEN_REPOSITORY.`,
        undefined,
        { cause: error },
      );
    }
  }
}
