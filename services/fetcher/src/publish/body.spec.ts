import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentHashOf, packBody } from './body.js';
import { FsBlobStore } from './fs-blob-store.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tocsin-blobs-'));
});
afterAll(() => rm(folder, { recursive: true }));

const pack = (bytes: Buffer) => packBody(bytes, contentHashOf(bytes), new FsBlobStore(folder));

describe('a body on its way', () => {
  it('travels within its record when it is small', async () => {
    const packed = await pack(Buffer.from('<p>news</p>'));
    if (packed.kind !== 'inline') throw new Error(packed.kind);
    expect(gunzipSync(Buffer.from(packed.base64, 'base64')).toString()).toBe('<p>news</p>');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not compressed again when it came compressed', async () => {
    const gzipped = gzipSync('<p>news</p>', { level: 1 });
    const body = Buffer.from('<p>news</p>');
    const packed = await packBody(body, contentHashOf(body), new FsBlobStore(folder), gzipped);
    expect(packed).toEqual({
      kind: 'inline',
      encoding: 'gzip',
      base64: gzipped.toString('base64'),
    });
  });

  it('is left in the blob store when it is large even compressed', async () => {
    const body = randomBytes(300_000);
    const packed = await pack(body);
    if (packed.kind !== 'blob') throw new Error(packed.kind);
    const stored = await readFile(join(folder, packed.blobKey.slice(0, 2), packed.blobKey));
    expect(gunzipSync(stored)).toEqual(body);
  });

  it('is stored whole or not at all, also by several at once', async () => {
    const body = randomBytes(400_000);
    const key = contentHashOf(body);
    await Promise.all(Array.from({ length: 5 }, () => pack(body)));
    expect(await readdir(join(folder, key.slice(0, 2)))).toContain(key);
    const drafts = (await readdir(folder, { recursive: true })).filter((name) =>
      name.includes('/.'),
    );
    expect(drafts).toEqual([]);
  });
});
