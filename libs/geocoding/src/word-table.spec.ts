import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ownCopy, WordTable } from './word-table.js';

function counted(most: number) {
  let made = 0;
  const table = new WordTable((text) => ({ text, nth: ++made }), most);
  return { table, made: () => made };
}

describe('a table of words', () => {
  it('tells of any stretch of any text what was made of its word', () => {
    const { table } = counted(16);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, one, other) => {
        const [from, to] = [one, other].map((at) => at % (text.length + 1)).sort((a, b) => a - b);
        expect(table.at(text, from!, to!).text).toBe(text.slice(from, to));
      }),
    );
  });

  it('makes it once, wherever the word stands', () => {
    const { table, made } = counted(16);
    const text = 'a convoy met the convoy';
    expect(table.at(text, 2, 8)).toBe(table.at(text, 17, 23));
    expect(table.at(text, 2, 7)).not.toBe(table.at(text, 2, 8));
    expect(made()).toBe(2);
  });

  it('stays bounded, and remembers nothing that is too long to come again', () => {
    const { table, made } = counted(16);
    for (let i = 0; i < 100; i++) {
      table.at(String(i), 0, String(i).length);
      expect(table.size).toBeLessThanOrEqual(16);
    }
    const [size, before] = [table.size, made()];
    for (let i = 0; i < 2; i++) table.at('x'.repeat(25), 0, 25);
    expect(table.size).toBe(size);
    expect(made()).toBe(before + 2);
  });
});

it('one’s own copy of a string is equal to it', () => {
  for (const text of ['', 'a', '7', '__proto__', 'Škoda']) expect(ownCopy(text)).toBe(text);
});
