import type { Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { issue } from '@tocsin/testing/certificates';
import type { Misbehaviour } from './rough-server.js';

/** Frame types by number (RFC 9113, 6). */
export const Frame = {
  data: 0,
  headers: 1,
  priority: 2,
  reset: 3,
  settings: 4,
  pushPromise: 5,
  ping: 6,
  goAway: 7,
  windowUpdate: 8,
  continuation: 9,
} as const;

export const END_STREAM = 0x1;
export const ACK = 0x1;
export const END_HEADERS = 0x4;

/** One frame, right or wrong. */
export function frame(type: number, flags: number, stream: number, payload: Buffer | string = '') {
  const body = Buffer.from(payload);
  const head = Buffer.alloc(9);
  head.writeUIntBE(body.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, body]);
}

/** A header that is sent in full and not remembered (RFC 7541, 6.2.2); up to 16 KiB of value. */
export function header(name: string, value: string): Buffer {
  const length = value.length;
  const lengthBytes =
    length < 127 ? [length] : [127, ((length - 127) & 0x7f) | 0x80, (length - 127) >> 7];
  return Buffer.concat([
    Buffer.from([0, name.length]),
    Buffer.from(name, 'latin1'),
    Buffer.from(lengthBytes),
    Buffer.from(value, 'latin1'),
  ]);
}

/** `:status: 200` in one byte. */
export const OK = Buffer.from([0x88]);
export const uint32 = (...values: number[]): Buffer =>
  Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes;
    }),
  );

/** The first stream of a client. */
export const STREAM = 1;
export const SETTINGS = frame(Frame.settings, 0, 0);
/** The start of a good answer. */
export const HEADERS = frame(Frame.headers, END_HEADERS, STREAM, OK);

/** A server that speaks only HTTP/2. */
export const H2: TlsOptions = { ...issue(), ALPNProtocols: ['h2'] };

/** Waits for the request's headers, then does something; SETTINGS are exchanged before. */
export const onRequest =
  (act: (socket: Socket) => void): Misbehaviour =>
  (socket) => {
    socket.write(Buffer.concat([SETTINGS, frame(Frame.settings, ACK, 0)]));
    let asked = false;
    let seen = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      if (asked) return;
      seen = Buffer.concat([seen, chunk]);
      // Preface, then frames: the first with headers is the request.
      for (let at = 24; at + 9 <= seen.length; at += 9 + seen.readUIntBE(at, 3))
        if (seen[at + 3] === Frame.headers) asked = true;
      if (asked) act(socket);
    });
  };

/** Answers a request with these frames and leaves the connection open. */
export const frames = (...all: Buffer[]): Misbehaviour =>
  onRequest((socket) => void socket.write(Buffer.concat(all)));
