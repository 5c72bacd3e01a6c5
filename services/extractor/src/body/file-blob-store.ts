import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DependencyDownError, PermanentError } from '@tocsin/messaging';
import type { BlobStore } from './blob-store.port.js';

/** What a key may look like: it becomes a file's name and must not lead out of the folder. */
const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{1,199}$/;

/** Blobs as files `<folder>/<first two characters>/<key>`, as the fetcher lays them down. */
export class FileBlobStore implements BlobStore {
  constructor(private readonly folder: string) {}

  async get(key: string): Promise<Uint8Array> {
    if (!KEY.test(key)) throw new PermanentError('ERR_BLOB_KEY', 'The blob key is malformed.');
    try {
      return await readFile(join(this.folder, key.slice(0, 2), key));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') {
        throw new PermanentError('ERR_BLOB_MISSING', `There is no blob ${key}.`, 'PERMANENT', {
          cause,
        });
      }
      throw new DependencyDownError('ERR_BLOB_UNREADABLE', `The blob ${key} can't be read.`, {
        cause,
      });
    }
  }
}
