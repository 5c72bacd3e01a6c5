import type { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import type { Misbehaviour } from './rough-server.js';

type Part = string | Buffer;

/** Waits for the request, then does something. */
export const answer =
  (act: (socket: Socket) => void): Misbehaviour =>
  (socket) =>
    void socket.once('data', () => act(socket));

/** Answers with these bytes, then ends the connection. */
export const send = (...parts: Part[]): Misbehaviour =>
  answer((socket) => {
    for (const part of parts) socket.write(part);
    socket.end();
  });

/** Answers with these bytes and leaves the connection open. */
export const sendAndStay = (...parts: Part[]): Misbehaviour =>
  answer((socket) => {
    for (const part of parts) socket.write(part);
  });

/** Answers with the first bytes, then with the others again and again. */
export const drip = (first: Part, again: Part, everyMs = 20): Misbehaviour =>
  answer((socket) => {
    socket.write(first);
    const timer = setInterval(() => socket.write(again), everyMs);
    socket.once('close', () => clearInterval(timer));
  });

/** Answers with the first bytes, then with the others as fast as they are taken. */
export const flood = (first: Part, again: Part): Misbehaviour =>
  answer((socket) => {
    socket.write(first);
    pump(socket, again);
  });

/** Writes the same bytes as fast as they are taken, until the connection ends. */
export function pump(socket: Writable, again: Part): void {
  const more = () => {
    let room = 64;
    while (room-- > 0 && socket.writable && socket.write(again));
    if (socket.writable && !socket.writableNeedDrain) setImmediate(more);
  };
  socket.on('drain', more);
  more();
}

/** A status line of success and these headers. */
export const head = (...lines: string[]): string =>
  ['HTTP/1.1 200 OK', ...lines, '', ''].join('\r\n');

/** An answer with a body in a coding, its length told right. */
export const coded = (coding: string, bytes: Buffer): Misbehaviour =>
  send(head(`Content-Encoding: ${coding}`, `Content-Length: ${bytes.length}`), bytes);
