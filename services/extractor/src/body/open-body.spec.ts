import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { MAX_BODY_BYTES, openBody } from './open-body.js';
import { storedBody } from './stored-body.js';

const page = Buffer.from('<p>Bread prices rise.</p>');
const blobs = { get: (key: string) => Promise.resolve(key === 'zipped' ? gzipSync(page) : page) };
const inline = (bytes: Buffer, encoding: 'gzip' | 'identity') =>
  ({ kind: 'inline', encoding, base64: bytes.toString('base64') }) as const;
const read = async (body: Parameters<typeof storedBody>[0]) =>
  openBody(await storedBody(body, blobs));

describe('the body of a fetched record', () => {
  it('is unpacked from the record', async () => {
    expect(await read(inline(gzipSync(page), 'gzip'))).toEqual(page);
  });

  it('is taken as it is when it is not compressed', async () => {
    expect(await read(inline(page, 'identity'))).toEqual(page);
  });

  it.each([
    ['zipped', 'gzip'],
    ['plain', 'identity'],
  ] as const)('is got by claim check: %s', async (blobKey, encoding) => {
    expect(await read({ kind: 'blob', encoding, blobKey })).toEqual(page);
  });

  it('is poison when it is no gzip stream', async () => {
    expect(await read(inline(page, 'gzip'))).toMatchObject({
      kind: 'unreadable',
      code: 'ERR_EXTRACT_BODY',
      class: 'POISON',
    });
  });

  it('is refused when a small stream unpacks beyond the cap', async () => {
    const bomb = gzipSync(Buffer.alloc(MAX_BODY_BYTES + 1));
    expect(await read(inline(bomb, 'gzip'))).toMatchObject({
      kind: 'unreadable',
      code: 'ERR_EXTRACT_BODY_TOO_LARGE',
      class: 'TOO_LARGE',
    });
  });
});
