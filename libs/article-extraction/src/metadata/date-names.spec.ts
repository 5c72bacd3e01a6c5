import { describe, expect, it } from '@jest/globals';
import { labelOf } from './date-names.js';

describe('the words beside a date', () => {
  it.each([
    ['Published ', 'published'],
    ['Updated: ', 'modified'],
    ['Published 2 May 2026 | Updated ', 'modified'],
    ['Updated 4 May 2026 | Published ', 'published'],
    ['Veröffentlicht am ', 'published'],
    ['Letzte Änderung: ', 'modified'],
    ['Unverändert gültig seit ', 'unknown'],
    ['Mis à jour le ', 'modified'],
    ['Опубликовано ', 'published'],
    ['Обновлено ', 'modified'],
    ['تحديث: ', 'modified'],
    ['更新：', 'modified'],
    ['Ann Lee, ', 'unknown'],
  ])('%j say that it is %s', (before, kind) => expect(labelOf(before)).toBe(kind));

  it('may stand behind it', () => {
    expect(labelOf('Diese Seite wurde zuletzt am ', ' um 13:22 Uhr bearbeitet.')).toBe('modified');
  });

  it('are near', () => {
    expect(labelOf(`Updated ${'x'.repeat(60)}`)).toBe('unknown');
  });
});
