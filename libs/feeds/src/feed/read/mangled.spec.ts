import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unmangled } from './mangled.js';

describe('text that went through the wrong encoding', () => {
  it('gets its letters back when UTF-8 was taken for ISO 8859-1', () => {
    const mangled = Buffer.from('España').toString('latin1');
    expect(unmangled(mangled)).toBe('España');
  });

  it('gets its quotes back when bytes of windows-1252 passed for characters', () => {
    expect(unmangled('don\u0092t \u0093x\u0094')).toBe('don’t “x”');
  });

  it('is left alone when it shows no accident', () => {
    expect(unmangled('café')).toBe('café');
    expect(unmangled('Мир ©')).toBe('Мир ©');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(unmangled(text)).toBe(text);
      }),
    );
  });
});
