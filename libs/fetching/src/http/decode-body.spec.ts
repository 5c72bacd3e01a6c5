import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { decodeBody } from './decode-body.js';

const page = Buffer.from('<p>news</p>'.repeat(100));
const wire = (bytes: Buffer, coding: string, cut = false) => ({
  headers: { 'content-encoding': coding },
  chunks: [bytes.subarray(0, 10), bytes.subarray(10)],
  bytes: bytes.length,
  cut,
});
const decode = async (bytes: Buffer, coding: string, cap = 1e6) =>
  (await decodeBody(wire(bytes, coding), cap)).body;

describe('a body', () => {
  it.each([
    ['', page],
    ['identity', page],
    ['gzip', gzipSync(page)],
    ['X-GZip', gzipSync(page)],
    ['deflate', deflateSync(page)],
    ['br', brotliCompressSync(page)],
    ['zstd', zstdCompressSync(page)],
    ['gzip, br', brotliCompressSync(gzipSync(page))],
  ])('comes out of "%s" as it went in', async (coding, bytes) => {
    expect(await decode(bytes, coding)).toEqual(page);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(2e7))],
    ['br', brotliCompressSync(Buffer.alloc(2e7))],
    ['zstd', zstdCompressSync(Buffer.alloc(2e7))],
  ])('is cut off when what comes out of "%s" exceeds the cap', async (coding, bytes) => {
    await expect(decode(bytes, coding)).rejects.toMatchObject({ code: 'ERR_FETCH_TOO_LARGE' });
  });

  it('is given up to the cap where that is enough', async () => {
    const big = gzipSync(Buffer.alloc(2e6, 'x'));
    const cut = await decodeBody(wire(big, 'gzip'), 1000, 'cut');
    expect(cut.body.toString()).toBe('x'.repeat(1000));
  });

  it.each([
    ['gzip', Buffer.from('not gzip')],
    ['gzip', gzipSync(page).subarray(0, 20)],
    ['br', Buffer.from('xxxxxxxxxxxxxxxx')],
    ['zstd', Buffer.from('not zstd')],
    ['rot13', page],
    ['constructor', page],
    ['gzip, gzip, gzip', page],
  ])('in a coding that is unknown or broken is a failure: %s', async (coding, bytes) => {
    await expect(decode(bytes, coding)).rejects.toMatchObject({ code: 'ERR_FETCH_ENCODING' });
  });
});
