import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalEscapes, escapeUnsafe } from './percent.js';

describe('characters that may not stand bare in a URL', () => {
  it('become the escapes of their UTF-8 bytes', () => {
    expect(escapeUnsafe('/en Español')).toBe('/en%20Espa%C3%B1ol');
    expect(escapeUnsafe('/{{x}}')).toBe('/%7B%7Bx%7D%7D');
    expect(escapeUnsafe('/😀')).toBe('/%F0%9F%98%80');
  });

  it('count a percent sign only when it starts no escape', () => {
    expect(escapeUnsafe('100%')).toBe('100%25');
    expect(escapeUnsafe('a%2')).toBe('a%252');
    expect(escapeUnsafe('a%2F')).toBe('a%2F');
  });

  it('leave nothing but printable ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeUnsafe(text)).toMatch(/^[\x21-\x7e]*$/);
      }),
    );
  });
});

describe('escapes in their one spelling', () => {
  it('are bare where the character is unreserved', () => {
    expect(canonicalEscapes('%66oo%7E')).toBe('foo~');
  });

  it('stay, with upper-case digits, where it is not', () => {
    expect(canonicalEscapes('9%2f11%1a')).toBe('9%2F11%1A');
  });
});
