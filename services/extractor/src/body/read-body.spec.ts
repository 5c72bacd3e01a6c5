import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { MAX_BODY_BYTES, readBody } from './read-body.js';

const page = Buffer.from('<p>Bread prices rise.</p>');
const blobs = { get: (key: string) => Promise.resolve(key === 'zipped' ? gzipSync(page) : page) };
const inline = (bytes: Buffer, encoding: 'gzip' | 'identity') =>
  ({ kind: 'inline', encoding, base64: bytes.toString('base64') }) as const;

describe('the body of a fetched record', () => {
  it('is unpacked from the record', async () => {
    expect(Buffer.from(await readBody(inline(gzipSync(page), 'gzip'), blobs))).toEqual(page);
  });

  it('is taken as it is when it is not compressed', async () => {
    expect(Buffer.from(await readBody(inline(page, 'identity'), blobs))).toEqual(page);
  });

  it.each([
    ['zipped', 'gzip'],
    ['plain', 'identity'],
  ] as const)('is got by claim check: %s', async (blobKey, encoding) => {
    const body = await readBody({ kind: 'blob', encoding, blobKey }, blobs);
    expect(Buffer.from(body)).toEqual(page);
  });

  it('is poison when it is no gzip stream', async () => {
    await expect(readBody(inline(page, 'gzip'), blobs)).rejects.toMatchObject({
      code: 'ERR_EXTRACT_BODY',
      deadLetterClass: 'POISON',
    });
  });

  it('is refused when a small stream unpacks beyond the cap', async () => {
    const bomb = gzipSync(Buffer.alloc(MAX_BODY_BYTES + 1));
    await expect(readBody(inline(bomb, 'gzip'), blobs)).rejects.toMatchObject({
      code: 'ERR_EXTRACT_BODY_TOO_LARGE',
      deadLetterClass: 'TOO_LARGE',
    });
  });
});
