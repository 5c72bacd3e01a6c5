import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { CliError } from '../cli-error.js';
import { readCapped } from '../io/read-capped.js';

const inflate = promisify(gunzip);

/** Bytes of a page after inflating: what the fetcher takes, too. */
export const MAX_PAGE_BYTES = 10 * 1024 * 1024;

/**
 * The bytes of a page's file; corpora keep pages gzipped, so these are inflated.
 * @throws CliError ERR_CLI_FILE, ERR_CLI_TOO_LARGE
 */
export async function readPage(path: string): Promise<Buffer> {
  const bytes = await readCapped(path, MAX_PAGE_BYTES);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await inflate(bytes, { maxOutputLength: MAX_PAGE_BYTES });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(path);
    throw new CliError('ERR_CLI_FILE', `${path} can't be read: its gzip data is broken.`, {
      cause,
    });
  }
}

const tooLarge = (path: string) =>
  new CliError('ERR_CLI_TOO_LARGE', `${path} has more than ${MAX_PAGE_BYTES} bytes.`);
