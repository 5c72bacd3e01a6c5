import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldName, hashBytes, hashName } from './fold.js';

describe('names are compared in one form', () => {
  it.each([
    ['Sant Julià de Lòria', 'sant julia de loria'],
    ['Łódź', 'lodz'],
    ["Sana'a", 'sanaa'],
    ['Port-au-Prince', 'port au prince'],
    ['U.S.', 'u s'],
    ['St. Louis', 'st louis'],
    ['Ağrı', 'agri'],
  ])('%s is %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('of another script has none', () => {
    expect(foldName('Алматы')).toBeNull();
    expect(foldName('東京')).toBeNull();
  });

  it('stays the same when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const folded = foldName(name);
        if (folded !== null) expect(foldName(folded)).toBe(folded);
      }),
    );
  });
});

describe('the name hash', () => {
  it('is FNV-1a with its published test vectors', () => {
    expect(hashName('')).toBe(0x811c9dc5);
    expect(hashName('a')).toBe(0xe40c292c);
    expect(hashName('foobar')).toBe(0xbf9cf968);
  });

  it('of bytes is that of their text', () => {
    const bytes = new TextEncoder().encode('new york');
    expect(hashBytes(bytes, 4, 8)).toBe(hashName('york'));
  });
});
