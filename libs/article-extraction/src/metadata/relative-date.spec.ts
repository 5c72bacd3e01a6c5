import { describe, expect, it } from '@jest/globals';
import { relativeDate } from './relative-date.js';

const now = Date.UTC(2026, 0, 2, 12, 30, 45);
const read = (text: string, language = 'en') => relativeDate(text, language, now);

describe('a date by its distance from now', () => {
  it.each([
    ['en', '3 hours ago', '2026-01-02T09:30:00Z'],
    ['en', 'Updated 1 hour ago', '2026-01-02T11:30:00Z'],
    ['en', '45 minutes ago', '2026-01-02T11:45:00Z'],
    ['en', '2 days ago', '2025-12-31'],
    ['en', 'Yesterday at 10:15', '2026-01-01'],
    ['de', 'vor 2 Stunden', '2026-01-02T10:30:00Z'],
    ['de-AT', 'Gestern, 18:02', '2026-01-01'],
    ['fr', 'il y a 5 heures', '2026-01-02T07:30:00Z'],
    ['es', 'hace 3 días', '2025-12-30'],
    ['ru', '5 часов назад', '2026-01-02T07:30:00Z'],
    ['ar', 'قبل ٣ ساعات', '2026-01-02T09:30:00Z'],
    ['he', 'לפני 3 שעות', '2026-01-02T09:30:00Z'],
    ['ja', '3 時間前', '2026-01-02T09:30:00Z'],
    ['de', '3 hours ago', '2026-01-02T09:30:00Z'],
  ])('in %s: %s', (language, text, date) => {
    expect(read(text, language)).toBe(date);
  });

  it.each([
    '3 hours',
    'in 3 hours',
    'Yesterday the minister said so',
    '900 days ago',
    'He said that he had seen it all some 3 hours ago in the capital’s bazaar',
    '',
  ])('is not seen in %j', (text) => expect(read(text)).toBeNull());

  it('is read in any language that a page may declare', () => {
    expect(read('3 hours ago', '__proto__')).toBe('2026-01-02T09:30:00Z');
    expect(read('3 hours ago', 'zz-ZZ')).toBe('2026-01-02T09:30:00Z');
  });
});
