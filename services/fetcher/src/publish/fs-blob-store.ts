import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobStore } from './blob-store.port.js';

/** Blobs as files `<first two characters>/<key>`; a reader sees a whole file or none. */
export class FsBlobStore implements BlobStore {
  constructor(private readonly folder: string) {}

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const folder = join(this.folder, key.slice(0, 2));
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `.${key}.${randomUUID()}`);
    const file = await open(draft, 'w');
    try {
      await file.writeFile(bytes);
      // The record that names the blob must not outlive it in a power cut.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(folder, key));
  }
}
