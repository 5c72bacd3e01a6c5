import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The release that the local stack runs, also the name of its folder in the cache. */
export const KAFKA_VERSION = '4.2.2';

const LIST = new URL('../../../kafka/jars.sha256', import.meta.url);

/** One jar of the broker: where it lies in a Maven repository, and what its bytes must hash to. */
export interface Jar {
  readonly path: string;
  readonly sha256: string;
}

/** The broker's jars as `sha256sum` lists them; the file is made from Maven's own resolution. */
export async function readJarList(): Promise<Jar[]> {
  return parseJarList(await readFile(LIST, 'utf8'));
}

export function parseJarList(text: string): Jar[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [sha256 = '', path = ''] = line.trim().split(/\s+/);
      return { path, sha256 };
    });
}

/** The names of those jars that are missing from a folder or are not the bytes that we pinned. */
export async function wrongJars(jars: readonly Jar[], folder: string): Promise<string[]> {
  const wrong = await Promise.all(
    jars.map(async ({ path, sha256 }) => {
      const name = basename(path);
      return (await hashOf(`${folder}/${name}`)) === sha256 ? [] : [name];
    }),
  );
  return wrong.flat();
}

async function hashOf(file: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
