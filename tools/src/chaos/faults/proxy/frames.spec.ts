import { describe, expect, it } from '@jest/globals';
import { Frames, KAFKA, POSTGRES, POSTGRES_FIRST } from './frames.js';

const kafka = (body: string) => {
  const head = Buffer.alloc(4);
  head.writeInt32BE(body.length);
  return Buffer.concat([head, Buffer.from(body)]);
};
const postgres = (type: string, body: string) => {
  const head = Buffer.alloc(4);
  head.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), head, Buffer.from(body)]);
};

describe('messages on a socket', () => {
  it('are whole however the bytes come', () => {
    const bytes = Buffer.concat([kafka('one'), kafka(''), kafka('three')]);
    for (const step of [1, 2, 3, 5, bytes.length]) {
      const frames = new Frames(KAFKA);
      const got: Buffer[] = [];
      for (let at = 0; at < bytes.length; at += step) {
        got.push(...frames.push(bytes.subarray(at, at + step)));
      }
      expect(got.map((each) => each.subarray(4).toString())).toEqual(['one', '', 'three']);
      expect(Buffer.concat(got)).toEqual(bytes);
    }
  });

  it('begin with one of another shape where a client introduces itself', () => {
    const frames = new Frames(POSTGRES_FIRST, POSTGRES);
    const got = frames.push(Buffer.concat([postgres('', 'user'), postgres('Q', 'COMMIT')]));
    expect(got.map((each) => each.toString('latin1').slice(-4))).toEqual(['user', 'MMIT']);
    expect(got[1]?.[0]).toBe('Q'.charCodeAt(0));
  });
});
