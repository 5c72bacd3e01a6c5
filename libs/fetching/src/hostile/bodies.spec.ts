import {
  brotliCompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { describe, it } from '@jest/globals';
import { coded, drip, flood, head, send } from '../testing/misbehaviours.js';
import { expectEnd, type Table } from '../testing/rough-server.js';

const zeros = Buffer.alloc(50_000_000);
const chunked = head('Transfer-Encoding: chunked');
const TOO_LARGE = 'ERR_FETCH_TOO_LARGE';
const ENCODING = 'ERR_FETCH_ENCODING';
const BROKEN = /^ERR_FETCH_(PROTOCOL|CONNECTION)$/;
const page = gzipSync('x'.repeat(999));
/** A gzip stream that says at its end that much more came out. */
const liar = Buffer.concat([page.subarray(0, -4), Buffer.from([0, 0, 0, 0x7f])]);
const wideZstd = zstdCompressSync(Buffer.alloc(1_000), {
  params: { [constants.ZSTD_c_windowLog]: 27, [constants.ZSTD_c_contentSizeFlag]: 0 },
});
const stored = gzipSync(Buffer.alloc(200_000, 'x'), { level: 0 });

const broken: Table = [
  ['has no end', flood(head(), Buffer.alloc(16_384, 'x')), TOO_LARGE],
  ['has no end, in chunks', flood(chunked, `4000\r\n${'x'.repeat(0x4000)}\r\n`), TOO_LARGE],
  ['is a gzip bomb', coded('gzip', gzipSync(zeros)), TOO_LARGE],
  ['is a deflate bomb', coded('deflate', deflateSync(zeros)), TOO_LARGE],
  ['is a raw deflate bomb', coded('deflate', deflateRawSync(zeros)), TOO_LARGE],
  ['is a brotli bomb', coded('br', brotliCompressSync(zeros)), TOO_LARGE],
  ['is a zstd bomb', coded('zstd', zstdCompressSync(zeros)), TOO_LARGE],
  ['is a bomb in a bomb', coded('gzip, gzip', gzipSync(gzipSync(zeros))), TOO_LARGE],
  ['is a bomb of two kinds', coded('br, gzip', gzipSync(brotliCompressSync(zeros))), TOO_LARGE],
  ['is a bomb in many parts', coded('gzip', Buffer.concat(Array(300).fill(page))), TOO_LARGE],
  ['is too large before it is decoded', coded('gzip', stored), TOO_LARGE],
  ['is a gzip stream without end', flood(head('Content-Encoding: gzip'), page), TOO_LARGE],
  ['is in four codings', coded('gzip, gzip, gzip, gzip', page), ENCODING],
  ['is in thousands of codings', coded('gzip,'.repeat(2_000), page), ENCODING],
  ['is not in the coding it claims', coded('gzip', Buffer.from('plain')), ENCODING],
  ['claims brotli', coded('br', page), ENCODING],
  ['claims zstd', coded('zstd', page), ENCODING],
  ['claims deflate', coded('deflate', Buffer.from('<p>plain</p>')), ENCODING],
  ['is in a coding nobody knows', coded('x-snake-oil', Buffer.from('x')), ENCODING],
  ['is in a coding that objects inherit', coded('constructor', Buffer.from('x')), ENCODING],
  ['is cut short', coded('gzip', page.subarray(0, 15)), ENCODING],
  ['is cut short by one byte', coded('gzip', page.subarray(0, -1)), ENCODING],
  [
    'has a wrong checksum',
    coded('gzip', Buffer.concat([page.subarray(0, -8), zeros.subarray(0, 8)])),
    ENCODING,
  ],
  ['lies about its size', coded('gzip', liar), ENCODING],
  ['wants a window of 128 MiB', coded('zstd', wideZstd), /^ERR_FETCH_ENCODING$|^200 /],
  ['ends before its length', send(head('Content-Length: 50'), 'short'), BROKEN],
  ['goes on after its length', send(head('Content-Length: 2'), 'okEXTRA'), /^200 ok$/],
  ['has a chunk size that is none', send(chunked, 'zz\r\nx\r\n'), 'ERR_FETCH_PROTOCOL'],
  ['has a negative chunk', send(chunked, '-1\r\nx\r\n'), 'ERR_FETCH_PROTOCOL'],
  ['has a chunk beyond counting', send(chunked, `${'f'.repeat(20)}\r\nx`), 'ERR_FETCH_PROTOCOL'],
  ['ends within a chunk', send(chunked, '50\r\nx'), BROKEN],
  ['ends before the last chunk', send(chunked, '1\r\nx\r\n'), BROKEN],
  ['has a chunk longer than it says', send(chunked, '1\r\nxyz\r\n0\r\n\r\n'), 'ERR_FETCH_PROTOCOL'],
  [
    'has a chunk extension without end',
    flood(`${chunked}1;`, 'a'.repeat(1_000)),
    /ERR_FETCH_(PROTOCOL|CONNECTION|TIMEOUT)/,
  ],
  [
    'has trailers without end',
    flood(`${chunked}1\r\nx\r\n0\r\n`, 'a: b\r\n'.repeat(100)),
    'ERR_FETCH_PROTOCOL',
  ],
  ['never comes to its trailers’ end', drip(`${chunked}0\r\n`, 'a: b\r\n'), 'ERR_FETCH_TIMEOUT'],
];

describe('a body that goes wrong', () => {
  it.each(broken)('as it %s: a typed end in time', async (_, server, expected) => {
    await expectEnd(server, expected);
  });
});

const odd: Table = [
  ['old, without a length', send('HTTP/1.0 200 OK\r\n\r\nold'), '200 old'],
  ['empty', send(head('Content-Length: 0')), '200 '],
  ['empty in a coding', send(head('Content-Encoding: gzip', 'Content-Length: 0')), '200 '],
  ['in no named coding', send(head('Content-Encoding:', 'Content-Length: 1'), 'x'), '200 x'],
  ['in two parts', coded('gzip', Buffer.concat([gzipSync('a'), gzipSync('b')])), '200 ab'],
  [
    'followed by padding',
    coded('gzip', Buffer.concat([gzipSync('a'), zeros.subarray(0, 9)])),
    '200 a',
  ],
  ['deflate without its wrapping', coded('deflate', deflateRawSync('raw')), '200 raw'],
  ['an empty gzip stream', coded('gzip', gzipSync('')), '200 '],
  ['oddly labelled', coded(' X-GZIP , identity', gzipSync('x')), '200 x'],
  ['in tiny chunks', send(chunked, '1\r\nx\r\n'.repeat(500), '0\r\n\r\n'), /^200 x+$/],
  ['followed by trailers', send(chunked, '1\r\nx\r\n0\r\na: b\r\n\r\n'), '200 x'],
  ['preceded by a hint', send(`HTTP/1.1 103 Hints\r\n\r\n${head('Content-Length: 1')}x`), '200 x'],
  [
    'in no known charset',
    send(head('Content-Type: text/html; charset=klingon', 'Content-Length: 1'), 'x'),
    '200 x',
  ],
];

describe('a body that is merely odd', () => {
  it.each(odd)('%s: is read', async (_, server, expected) => {
    await expectEnd(server, expected);
  });
});
