import { createRequire } from 'node:module';

/** What is used of kafkajs' encoder. */
interface Encoder {
  buf: Buffer;
  offset: number;
  ensureAvailable(length: number): void;
  writeBufferInternal(buffer: Buffer): void;
  writeEncoderArray(values: readonly Encoder[]): Encoder;
}

const require = createRequire(import.meta.url);

/** Up to so many bytes a buffer grows to the next power of two, for more will follow; larger ones by what is asked. */
const SMALL = 65_536;

/**
 * kafkajs fills with zeros what it is about to write, at each of the six layers that a record goes through, and
 * grows step by step to what a batch needs. The same bytes without the zeros, and each layer made at once.
 */
export function useFastEncoder(): void {
  const { prototype } = require('kafkajs/src/protocol/encoder') as { prototype: Encoder };
  const fast = prototype as Encoder & { isFast?: true };
  if (fast.isFast) return;
  prototype.ensureAvailable = function (this: Encoder, length: number) {
    const wanted = this.offset + length;
    if (wanted <= this.buf.length) return;
    const size = wanted < SMALL ? 2 ** (32 - Math.clz32(wanted)) : wanted + SMALL;
    const grown = Buffer.allocUnsafe(size);
    this.buf.copy(grown, 0, 0, this.offset);
    this.buf = grown;
  };
  const { writeEncoderArray } = prototype;
  prototype.writeEncoderArray = function (this: Encoder, values: readonly Encoder[]) {
    if (Array.isArray(values)) {
      this.ensureAvailable(values.reduce((sum, each) => sum + (each?.offset ?? 0), 0));
    }
    return writeEncoderArray.call(this, values);
  };
  fast.isFast = true;
}
