import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileBlobStore } from './file-blob-store.js';

let folder: string;

describe('blobs in a folder', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tocsin-blobs-'));
    await mkdir(join(folder, 'ab'));
    await writeFile(join(folder, 'ab', 'abc123'), 'body');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('lie under the first two characters of their key', async () => {
    const bytes = await new FileBlobStore(folder).get('abc123');
    expect(Buffer.from(bytes).toString()).toBe('body');
  });

  it('are missing for good when there is no such file', async () => {
    await expect(new FileBlobStore(folder).get('abffff')).rejects.toMatchObject({
      code: 'ERR_BLOB_MISSING',
      deadLetterClass: 'PERMANENT',
    });
  });

  it.each(['../secret', 'ab/../../x', '', '.', 'a\0b'])('refuse the key %j', async (key) => {
    await expect(new FileBlobStore(folder).get(key)).rejects.toMatchObject({
      code: 'ERR_BLOB_KEY',
    });
  });

  it('make consumption wait when the store itself fails', async () => {
    // A file where the folder should be: any error but "no such file".
    const store = new FileBlobStore(join(folder, 'ab', 'abc123'));
    await expect(store.get('abc123')).rejects.toMatchObject({ code: 'ERR_BLOB_UNREADABLE' });
  });
});
