import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pack, unpack } from './packed.js';

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];

describe('packed bytes', () => {
  it('come back as they were, whatever they were', () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.uint8Array({ minLength: 1_990, maxLength: 6_000 }),
      fc.uint8Array({ maxLength: 20 }).map((tail) => Uint8Array.from([...MAGIC, ...tail])),
    );
    fc.assert(
      fc.property(bytes, (given) => {
        const packed = pack(Buffer.from(given));
        expect(unpack(packed)).toEqual(Buffer.from(given));
        // Also what was packed before it was given.
        expect(unpack(unpack(pack(packed)))).toEqual(Buffer.from(given));
      }),
    );
  });

  it('are few where there is much to say, and as given where there is little', () => {
    const told = Buffer.from(JSON.stringify(Array(200).fill({ where: 'a town', when: 'a day' })));
    expect(pack(told).length).toBeLessThan(told.length / 10);
    expect(pack(Buffer.from('{}'))).toEqual(Buffer.from('{}'));
  });

  it('that are broken are refused', () => {
    expect(() => unpack(Buffer.from([...MAGIC, 1, 2, 3]))).toThrow();
  });
});
