import { describe, expect, it } from '@jest/globals';
import { readTextDocument } from './read-text-document.js';

const sentence = 'The price of bread rose again on Monday, the ministry said in a statement.';
const read = (...lines: string[]) => readTextDocument(lines.join('\n\n'));

describe('a plain text document', () => {
  it('has every line taken for what it is', () => {
    const lines = [
      'Bread is dearer again',
      'Example News',
      'World',
      'By Ann Lee and Bob Ray',
      'Photo: A baker in Kabul',
      sentence,
      'Published: 2026-05-02 18:00 | Updated: 2026-05-03 09:00',
      'Leave a comment',
    ];
    expect(read(...lines)).toEqual({
      title: 'Bread is dearer again',
      siteName: 'Example News',
      section: 'World',
      authors: ['Ann Lee', 'Bob Ray'],
      captions: ['Photo: A baker in Kabul'],
      paragraphs: [sentence],
      publishedAt: '2026-05-02T18:00:00',
      modifiedAt: '2026-05-03T09:00:00',
    });
  });

  it.each([
    ['Veröffentlicht am 2. Mai 2026, 18:00 Uhr', '2026-05-02T18:00:00'],
    ['Publié le 2 mai 2026 à 18h00', '2026-05-02T18:00:00'],
    ['Опубликовано 2 мая 2026', '2026-05-02'],
    ['发布时间：2026年5月2日', '2026-05-02'],
    ['نشر: ٢ مايو ٢٠٢٦', '2026-05-02'],
    ['Kabul, 2 May 2026', '2026-05-02'],
    ['2 May 2026, 6:00 p.m.', '2026-05-02T18:00:00'],
  ])('is of the day that a line says: %s', (line, date) => {
    const document = read('Bread is dearer again', line, sentence);
    expect(document).toMatchObject({ publishedAt: date, paragraphs: [sentence] });
  });

  it('may begin with its day or byline', () => {
    expect(read('2 May 2026', 'By Ann Lee', 'Bread is dearer again', sentence)).toMatchObject({
      title: 'Bread is dearer again',
      publishedAt: '2026-05-02',
      authors: ['Ann Lee'],
    });
  });

  it('keeps sentences and headings that tell of days', () => {
    const told = 'Bread riots of 2 May 2026 in pictures';
    expect(read(told, 'On 2 May 2026 the shops were shut.')).toMatchObject({
      title: told,
      paragraphs: ['On 2 May 2026 the shops were shut.'],
      publishedAt: null,
    });
  });

  it('is empty where there is nothing', () => {
    expect(readTextDocument('')).toMatchObject({ title: '', paragraphs: [] });
  });
});
