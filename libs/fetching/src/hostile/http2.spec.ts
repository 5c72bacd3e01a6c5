import { gzipSync } from 'node:zlib';
import { describe, it } from '@jest/globals';
import {
  ACK,
  END_HEADERS,
  END_STREAM,
  Frame,
  frame,
  frames,
  H2,
  header,
  HEADERS,
  OK,
  onRequest,
  SETTINGS,
  STREAM,
  uint32,
} from '../testing/http2-frames.js';
import { pump } from '../testing/misbehaviours.js';
import { expectEnd, type Misbehaviour, type Table } from '../testing/rough-server.js';

const TIMEOUT = 'ERR_FETCH_TIMEOUT';
const TOO_LARGE = 'ERR_FETCH_TOO_LARGE';
/** Broken off by the other side, for whatever reason it gave. */
const BROKEN = 'ERR_FETCH_CONNECTION';
const ANY = /^ERR_FETCH_(PROTOCOL|CONNECTION|TIMEOUT)$/;
const PROTOCOL = 'ERR_FETCH_PROTOCOL';

const data = (bytes: Buffer | string, flags = 0) => frame(Frame.data, flags, STREAM, bytes);
const head = (...headers: Buffer[]) =>
  frame(Frame.headers, END_HEADERS, STREAM, Buffer.concat([OK, ...headers]));
const rst = (code: number) => frame(Frame.reset, 0, STREAM, uint32(code));
const goAway = (last: number, code: number) => frame(Frame.goAway, 0, 0, uint32(last, code));
const flood = (again: Buffer, ...first: Buffer[]): Misbehaviour =>
  onRequest((socket) => {
    socket.write(Buffer.concat(first));
    pump(socket, Buffer.concat(Array<Buffer>(200).fill(again)));
  });
const manyHeaders = (count: number) =>
  Array.from({ length: count }, (_, i) => header(`h${i}`, 'x'));
const bomb = gzipSync(Buffer.alloc(20_000_000));
/** A header of 4,000 bytes that is remembered, then 3,000 references to it in a byte each. */
const hpackBomb = Buffer.concat([
  OK,
  Buffer.from([0x40, 1]),
  Buffer.from('a'),
  Buffer.from([127, ((4_000 - 127) & 0x7f) | 0x80, (4_000 - 127) >> 7]),
  Buffer.alloc(4_000, 'x'),
  Buffer.alloc(3_000, 0xbe),
]);

const cases: Table = [
  ['says nothing at all', () => undefined, TIMEOUT],
  ['says nothing after SETTINGS', frames(), TIMEOUT],
  ['closes when it is asked', onRequest((socket) => void socket.end()), BROKEN],
  ['speaks HTTP/1', (socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\n'), PROTOCOL],
  ['begins without SETTINGS', (socket) => void socket.write(HEADERS), PROTOCOL],
  [
    'allows no streams',
    (socket) => void socket.write(frame(Frame.settings, 0, 0, Buffer.from([0, 3, 0, 0, 0, 0]))),
    TIMEOUT,
  ],
  ['refuses the stream', frames(rst(7)), BROKEN],
  ['resets the stream', frames(rst(2)), BROKEN],
  ['resets the stream within its body', frames(HEADERS, data('half'), rst(2)), BROKEN],
  ['cancels the stream', frames(HEADERS, rst(8)), BROKEN],
  ['goes away at once', frames(goAway(0, 0)), BROKEN],
  ['goes away in anger', frames(goAway(0, 11)), BROKEN],
  ['goes away for ever', flood(goAway(0, 0)), ANY],
  ['answers SETTINGS without an end', flood(SETTINGS), ANY],
  ['acknowledges without an end', flood(frame(Frame.settings, ACK, 0)), ANY],
  ['pings without an end', flood(frame(Frame.ping, 0, 0, Buffer.alloc(8))), ANY],
  ['sends priorities without an end', flood(frame(Frame.priority, 0, 3, Buffer.alloc(5))), ANY],
  ['widens windows without an end', flood(frame(Frame.windowUpdate, 0, STREAM, uint32(1))), ANY],
  ['sends unknown frames without an end', flood(frame(0x42, 0, 0, Buffer.alloc(100))), ANY],
  ['sends empty data without an end', flood(data(''), HEADERS), ANY],
  ['resets unknown streams without an end', flood(frame(Frame.reset, 0, 3, uint32(8))), ANY],
  [
    'continues headers without an end',
    flood(
      frame(Frame.continuation, 0, STREAM, header('a', 'b')),
      frame(Frame.headers, 0, STREAM, OK),
    ),
    ANY,
  ],
  [
    'continues with nothing without an end',
    flood(frame(Frame.continuation, 0, STREAM), frame(Frame.headers, 0, STREAM, OK)),
    ANY,
  ],
  [
    'sends hints without an end',
    flood(frame(Frame.headers, END_HEADERS, STREAM, header(':status', '103'))),
    ANY,
  ],
  ['sends thousands of headers', frames(head(...manyHeaders(1_500))), PROTOCOL],
  [
    'sends one huge header after another',
    frames(
      frame(Frame.headers, 0, STREAM, Buffer.concat([OK, header('a', 'x'.repeat(9_000))])),
      frame(Frame.continuation, END_HEADERS, STREAM, header('b', 'x'.repeat(9_000))),
    ),
    PROTOCOL,
  ],
  [
    'sends headers that unpack to 12 MB',
    frames(frame(Frame.headers, END_HEADERS, STREAM, hpackBomb)),
    PROTOCOL,
  ],
  [
    'sends headers that are no HPACK',
    frames(frame(Frame.headers, END_HEADERS, STREAM, Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff]))),
    PROTOCOL,
  ],
  [
    'sends no status',
    frames(frame(Frame.headers, END_HEADERS, STREAM, header('a', 'b'))),
    PROTOCOL,
  ],
  [
    'sends a status of letters',
    frames(frame(Frame.headers, END_HEADERS, STREAM, header(':status', 'abc'))),
    PROTOCOL,
  ],
  [
    'sends names in capitals',
    frames(head(header('Content-Type', 'a')), data('x', END_STREAM)),
    PROTOCOL,
  ],
  [
    'sends headers of HTTP/1',
    frames(head(header('connection', 'close')), data('x', END_STREAM)),
    PROTOCOL,
  ],
  ['sends data before headers', frames(data('x', END_STREAM)), PROTOCOL],
  ['sends data for no stream', frames(frame(Frame.data, 0, 0, 'x')), PROTOCOL],
  ['sends a frame too large', frames(HEADERS, data(Buffer.alloc(70_000))), PROTOCOL],
  [
    'promises what nobody asked for',
    frames(frame(Frame.pushPromise, END_HEADERS, STREAM, Buffer.concat([uint32(2), OK]))),
    PROTOCOL,
  ],
  ['widens a window by nothing', frames(frame(Frame.windowUpdate, 0, 0, uint32(0))), PROTOCOL],
  [
    'widens a window beyond counting',
    frames(frame(Frame.windowUpdate, 0, 0, uint32(0x7fffffff))),
    PROTOCOL,
  ],
  [
    'sends less than its length',
    frames(head(header('content-length', '50')), data('x', END_STREAM)),
    PROTOCOL,
  ],
  [
    'sends more than its length',
    frames(head(header('content-length', '1')), data('xyz', END_STREAM)),
    PROTOCOL,
  ],
  ['tells a huge length', frames(head(header('content-length', '99999999999'))), TOO_LARGE],
  ['sends a body without an end', flood(data(Buffer.alloc(1_000)), HEADERS), TOO_LARGE],
  ['stops within its body', frames(HEADERS, data('half')), TIMEOUT],
  [
    'sends a gzip bomb',
    frames(
      head(header('content-encoding', 'gzip')),
      data(bomb.subarray(0, 16_000)),
      data(bomb.subarray(16_000), END_STREAM),
    ),
    TOO_LARGE,
  ],
  [
    'drips its body',
    onRequest((socket) => {
      socket.write(HEADERS);
      const timer = setInterval(() => socket.write(data('x')), 20);
      socket.once('close', () => clearInterval(timer));
    }),
    TIMEOUT,
  ],
  [
    'breaks off within its body',
    onRequest((socket) => {
      socket.write(Buffer.concat([HEADERS, data('half')]), () => socket.destroy());
    }),
    BROKEN,
  ],
  ['answers well', frames(HEADERS, data('fine', END_STREAM)), '200 fine'],
];

describe('a server that misuses HTTP/2', () => {
  it.each(cases)('and %s: a typed end in time', async (_, server, expected) => {
    await expectEnd(server, expected, H2);
  });
});
