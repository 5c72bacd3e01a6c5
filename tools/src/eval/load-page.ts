import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const unzip = promisify(gunzip);

/** Reads pages below `dataDir`; files that end in `.gz` are decompressed. */
export function pageLoader(dataDir: string): (htmlPath: string) => Promise<Uint8Array> {
  return async (htmlPath) => {
    const bytes = await readFile(join(dataDir, htmlPath));
    return htmlPath.endsWith('.gz') ? unzip(bytes) : bytes;
  };
}
