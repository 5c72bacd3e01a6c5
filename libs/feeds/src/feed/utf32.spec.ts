import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeUtf32, utf32Order } from './utf32.js';

function encoded(text: string, littleEndian: boolean): Uint8Array {
  const points = [...text].map((c) => c.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(points.length * 4));
  points.forEach((point, at) => view.setUint32(at * 4, point, littleEndian));
  return new Uint8Array(view.buffer);
}

describe('UTF-32', () => {
  it('is known by its mark and by a first less-than sign', () => {
    expect(utf32Order(encoded('\ufeff', true))).toBe('utf-32le');
    expect(utf32Order(encoded('\ufeff', false))).toBe('utf-32be');
    expect(utf32Order(encoded('<', true))).toBe('utf-32le');
    expect(utf32Order(encoded('<', false))).toBe('utf-32be');
  });

  it('is neither UTF-16 nor UTF-8', () => {
    expect(utf32Order(Buffer.from('\ufeff<a>', 'utf16le'))).toBeNull();
    expect(utf32Order(Buffer.from('<a>'))).toBeNull();
    expect(utf32Order(new Uint8Array())).toBeNull();
  });

  it('is read back as it was written, its mark left out', () => {
    const text = fc.string({ unit: 'binary' }).filter((t) => !t.startsWith('\ufeff'));
    fc.assert(
      fc.property(text, fc.boolean(), (written, littleEndian) => {
        const bytes = encoded(`\ufeff${written}`, littleEndian);
        expect(decodeUtf32(bytes, littleEndian ? 'utf-32le' : 'utf-32be')).toBe(written);
      }),
    );
  });

  it('has what is no character replaced, and an odd end left out', () => {
    const bytes = Uint8Array.of(0x41, 0, 0, 0, 0, 0xd8, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x41);
    expect(decodeUtf32(bytes, 'utf-32le')).toBe('A\ufffd\ufffd');
  });
});
