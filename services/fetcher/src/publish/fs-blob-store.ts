import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobKeeper } from './blob-store.port.js';

/** Blobs as files `<first two characters>/<key>`; a reader sees a whole file or none. */
export class FsBlobStore implements BlobKeeper {
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

  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) await rm(join(this.folder, key.slice(0, 2), key), { force: true });
  }

  async removeBefore(ms: number): Promise<number> {
    let removed = 0;
    for (const part of await namesIn(this.folder)) {
      for (const name of await namesIn(join(this.folder, part))) {
        const file = join(this.folder, part, name);
        // Another replica may have been quicker.
        const info = await stat(file).catch(() => undefined);
        if (!info?.isFile() || info.mtimeMs >= ms) continue;
        await rm(file, { force: true });
        removed += 1;
      }
    }
    return removed;
  }
}

/** None where there is no folder yet, or no folder at all. */
const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
