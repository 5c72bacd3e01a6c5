import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';
import { NameBook } from './name-book.js';

describe('the names of an article', () => {
  const book = NameBook.read(
    [
      reading('Mayor Ana Maria Diaz was killed by gunmen.'),
      reading('The Press Committee (COPRE) said that Diaz was killed in Vadela.'),
    ],
    new Set(['vadela']),
  );

  it('are given in full where only a part is used', () => {
    expect(book.fullest('Diaz')).toBe('Ana Maria Diaz');
    expect(book.fullest('Gomez')).toBe('Gomez');
  });

  it('are known by any of their parts', () => {
    expect(book.knows('Ana Diaz')).toBe(true);
    expect(book.knows('Luis Diaz')).toBe(false);
  });

  it('are neither those of places nor of organisations', () => {
    expect(book.isOther('Vadela')).toBe(true);
    expect(book.isOther('COPRE')).toBe(true);
    expect(book.isOther('Ana Maria Diaz')).toBe(false);
  });
});
