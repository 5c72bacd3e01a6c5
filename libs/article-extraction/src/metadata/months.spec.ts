import { describe, expect, it } from '@jest/globals';
import { monthOf } from './months.js';

describe('the month that a word names', () => {
  it.each([
    ['January', 'en', 1],
    ['SEPT.', 'en', 9],
    ['Septem', 'en', 9],
    ['März', 'de', 3],
    ['Mrz', 'de', 3],
    ['Jänner', 'de', 1],
    ['févr.', 'fr', 2],
    ['août', 'fr', 8],
    ['мая', 'ru', 5],
    ['października', 'pl', 10],
    ['listopada', 'pl', 11],
    ['listopada', 'hr', 10],
    ['Ağustos', 'tr', 8],
    ['heinäkuuta', 'fi', 7],
    ['يناير', 'ar', 1],
    ['كانونالثاني', 'ar', 1],
    ['พ.ย.', 'th', 11],
    ['nov', 'xx', 11],
    ['noviembre', '__proto__', 11],
  ])('%s in %s is %i', (word, language, month) => expect(monthOf(word, language)).toBe(month));

  it.each(['administration', 'to', 'Monday', '', 'x'.repeat(10_000)])('is none of %.20s', (word) =>
    expect(monthOf(word)).toBeNull(),
  );
});
