import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { useFastEncoder } from './fast-encoder.js';

interface Encoder {
  buffer: Buffer;
  writeInt32(value: number): Encoder;
  writeString(value: string): Encoder;
  writeBuffer(value: Buffer): Encoder;
  writeEncoder(value: Encoder): Encoder;
  writeArray(values: readonly unknown[]): Encoder;
  writeEncoderArray(values: readonly Encoder[]): Encoder;
}
const TheirEncoder = createRequire(import.meta.url)('kafkajs/src/protocol/encoder') as {
  new (size?: number): Encoder;
  prototype: Encoder;
};

/** Layers in layers, of so many bytes each. */
function encode(lengths: readonly number[]): Buffer {
  const records = lengths.map((length, i) =>
    new TheirEncoder().writeInt32(i).writeBuffer(Buffer.alloc(length, i)),
  );
  const batch = new TheirEncoder().writeEncoderArray(records).writeArray(['a', 7]);
  return new TheirEncoder(1).writeInt32(-1).writeEncoder(batch).writeString('end').buffer;
}

const CASES = [[], [0], [3, 600, 1], [40_000, 5, 90_000], Array<number>(300).fill(700)];
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

  it('refuses what it refused', () => {
    const encoder = new TheirEncoder();
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
