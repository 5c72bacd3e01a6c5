import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { useFastEncoder } from './fast-encoder.js';

interface Encoder {
  buffer: Buffer;
  writeInt32(value: number): Encoder;
  writeString(value: string): Encoder;
  writeBuffer(value: Buffer): Encoder;
  writeBytes(value: Buffer | string | null): Encoder;
  writeVarIntBytes(value: Buffer | null): Encoder;
  size(): number;
  writeEncoder(value: Encoder): Encoder;
  writeArray(values: readonly unknown[]): Encoder;
  writeEncoderArray(values: readonly Encoder[]): Encoder;
}
const TheirEncoder = createRequire(import.meta.url)('kafkajs/src/protocol/encoder') as {
  new (size?: number): Encoder;
  prototype: Encoder;
};

/** Layers in layers, of so many bytes each; their whole is asked for in between, as for a checksum. */
function encode(lengths: readonly number[]): Buffer {
  const records = lengths.map((length, i) =>
    new TheirEncoder().writeInt32(i).writeVarIntBytes(Buffer.alloc(length, i)).writeInt32(i),
  );
  const body = new TheirEncoder().writeEncoderArray(records).writeArray(['a', 7]);
  const batch = new TheirEncoder().writeInt32(body.buffer.length).writeEncoder(body);
  const bytes = new TheirEncoder(1).writeInt32(-1).writeBytes(batch.buffer).writeBytes('text');
  const topic = new TheirEncoder().writeInt32(bytes.size()).writeEncoder(bytes).writeBytes(null);
  const request = new TheirEncoder().writeString('end').writeArray([topic, topic]);
  return new TheirEncoder().writeInt32(request.size()).writeEncoder(request).buffer;
}

const CASES = [
  [],
  [0],
  [3, 600, 1],
  [16_383],
  [16_384],
  [40_000, 5, 90_000],
  [5, 40_000, 40_000, 600, 70_000, 17_000],
  Array<number>(300).fill(700),
];
let before: Buffer[];
beforeAll(() => {
  before = CASES.map((each) => Buffer.from(encode(each)));
  useFastEncoder();
});

describe('the encoder of kafkajs', () => {
  it('writes the bytes that it wrote', () => {
    expect(CASES.map((each) => encode(each).equals(before.shift()!))).toEqual(
      CASES.map(() => true),
    );
  });

  it('gives the same bytes and size however often it is asked, and goes on after', () => {
    const encoder = new TheirEncoder().writeInt32(1).writeBuffer(Buffer.alloc(20_000, 'x'));
    const first = Buffer.from(encoder.buffer);
    expect([first.length, encoder.size()]).toEqual([20_004, 20_004]);
    encoder.writeString('more').writeBytes(Buffer.alloc(30_000, 'y'));
    expect(encoder.size()).toBe(20_004 + 2 + 4 + 4 + 30_000);
    expect(encoder.buffer.subarray(0, first.length).equals(first)).toBe(true);
    expect(encoder.buffer.length).toBe(encoder.size());
  });

  it('refuses what it refused', () => {
    const encoder = new TheirEncoder();
    expect(() => encoder.writeEncoder(null as unknown as Encoder)).toThrow(/of Encoder/);
    expect(() => encoder.writeEncoder({} as Encoder)).toThrow(/of Encoder/);
    expect(() => encoder.writeEncoderArray([{} as Encoder])).toThrow(/Encoder\[\]/);
    expect(() => encoder.writeEncoderArray('x' as unknown as Encoder[])).toThrow(/Encoder\[\]/);
    expect(() => encoder.writeEncoderArray([null as unknown as Encoder])).toThrow(/Encoder\[\]/);
  });

  it('is replaced once, however often it is asked', () => {
    const { writeEncoderArray } = TheirEncoder.prototype;
    useFastEncoder();
    expect(TheirEncoder.prototype.writeEncoderArray).toBe(writeEncoderArray);
  });
});
