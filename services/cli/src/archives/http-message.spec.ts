import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { httpResponse } from '../testing/warc.js';
import { decodedBody, parseHttp } from './http-message.js';

const MAX = 100_000;
const html = '<!doctype html><p>Nyhetene</p>';
const decoded = async (body: Buffer | string, headers: readonly string[]) =>
  (await decodedBody(parseHttp(httpResponse(body, headers)), MAX)).toString();

describe('an archived response', () => {
  it('has a status, fields and a body', () => {
    const message = parseHttp(httpResponse('x', ['content-TYPE:text/html', 'A: 1', 'A: 2']));
    expect(message).toMatchObject({ status: 200, body: Buffer.from('x') });
    expect([...message.fields]).toEqual([
      ['content-type', 'text/html'],
      ['a', '1'],
    ]);
    expect(parseHttp(Buffer.from('HTTP/2 404\r\n\r\n')).status).toBe(404);
  });

  it('may have folded fields and lines that are none', () => {
    const { fields } = parseHttp(httpResponse('', ['A: 1', '\tand 2', 'nonsense', ': no name']));
    expect([...fields]).toEqual([['a', '1 and 2']]);
  });

  it.each(['', 'GET / HTTP/1.1\r\n\r\n', 'HTTP/1.1 200 OK\r\nA: b', 'HTTP/1.1 OK\r\n\r\n'])(
    'is none: %j',
    (block) => {
      expect(() => parseHttp(Buffer.from(block))).toThrow('no HTTP response');
    },
  );

  it('is none when its header does not end', () => {
    const block = httpResponse('', [`A: ${'x'.repeat(70_000)}`]);
    expect(() => parseHttp(block)).toThrow('no HTTP response');
  });
});

describe('its body', () => {
  it.each([
    ['gzip', gzipSync(html)],
    ['x-gzip', gzipSync(html)],
    ['deflate', deflateSync(html)],
    ['br', brotliCompressSync(html)],
    ['zstd', zstdCompressSync(html)],
    ['identity', Buffer.from(html)],
    ['gzip, br', brotliCompressSync(gzipSync(html))],
  ])('comes out of its coding: %s', async (coding, bytes) => {
    expect(await decoded(bytes, [`Content-Encoding: ${coding}`])).toBe(html);
  });

  it.each(['gzip', 'deflate', 'br', 'zstd'])(
    'is taken as it is when the crawler has decoded it already: %s',
    async (coding) => {
      expect(await decoded(html, [`Content-Encoding: ${coding}`])).toBe(html);
      expect(await decoded(` ${html}`, [`Content-Encoding: ${coding}`])).toBe(` ${html}`);
    },
  );

  it('comes out of its chunks, which may be gone already', async () => {
    const chunked = ['Transfer-Encoding: chunked'];
    const body = '5\r\n<p>Ny\r\n9;ext=1\r\nheter</p>\r\n0\r\n\r\n';
    expect(await decoded(body, chunked)).toBe('<p>Nyheter</p>');
    expect(await decoded(html, chunked)).toBe(html);
    expect(await decoded('', chunked)).toBe('');
  });

  it('comes out of both', async () => {
    const zipped = gzipSync(html);
    const body = Buffer.concat([
      Buffer.from(`${zipped.length.toString(16)}\r\n`),
      zipped,
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
    const headers = ['Transfer-Encoding: chunked', 'Content-Encoding: gzip'];
    expect(await decoded(body, headers)).toBe(html);
  });

  it.each<[string, Buffer | string, string]>([
    ['ERR_WARC_CHUNKED', '5\r\nab', 'Transfer-Encoding: chunked'],
    ['ERR_WARC_CHUNKED', '2\r\nab\r\nzz\r\n', 'Transfer-Encoding: chunked'],
    ['ERR_WARC_CHUNKED', '2\r\nab\r\n', 'Transfer-Encoding: chunked'],
    ['ERR_WARC_CHUNKED', 'ffffffff\r\nab', 'Transfer-Encoding: chunked'],
    ['ERR_WARC_ENCODING', gzipSync(html).subarray(0, 25), 'Content-Encoding: gzip'],
    ['ERR_WARC_ENCODING', Buffer.from([1, 2, 3, 4]), 'Content-Encoding: zstd'],
    ['ERR_WARC_ENCODING', 'text', 'Content-Encoding: rot13'],
    ['ERR_WARC_TOO_LARGE', 'x'.repeat(MAX + 1), 'A: b'],
    ['ERR_WARC_TOO_LARGE', gzipSync(Buffer.alloc(50_000_000)), 'Content-Encoding: gzip'],
    [
      'ERR_WARC_TOO_LARGE',
      gzipSync(gzipSync(Buffer.alloc(50_000_000))),
      'Content-Encoding: gzip, gzip',
    ],
  ])('is refused: %s %#', async (code, body, header) => {
    await expect(decoded(body, [header])).rejects.toMatchObject({ code });
  });
});
