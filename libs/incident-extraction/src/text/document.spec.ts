import { describe, expect, it } from '@jest/globals';
import { article } from '../testing/articles.js';
import { readDocument } from './document.js';

describe('a document', () => {
  const document = readDocument(
    article({
      title: 'Two shot',
      paragraphs: ['A man was shot. He died.', 'Police came.'],
      captions: ['A street.'],
      publishedAt: '2022-01-06T18:00:00+06:00',
    }),
  );

  it('has the sentences of title, body and captions, in order', () => {
    const sentences = document.sentences.map((s) => [
      s.part,
      s.paragraph,
      document.text.slice(s.start, s.end),
    ]);
    expect(sentences).toEqual([
      ['title', 0, 'Two shot'],
      ['body', 1, 'A man was shot.'],
      ['body', 1, 'He died.'],
      ['body', 2, 'Police came.'],
      ['caption', 3, 'A street.'],
    ]);
  });

  it('has the day of publication in its own zone', () => {
    expect(document.published).toBe('2022-01-06');
    expect(readDocument(article({ publishedAt: null })).published).toBeNull();
  });

  it('knows upper-case wire text', () => {
    expect(document.upperCase).toBe(false);
    const wire = article({ paragraphs: ['THE ARMY REPORTED THAT TWO SOLDIERS WERE KILLED.'] });
    expect(readDocument(wire).upperCase).toBe(true);
  });

  it('reads no more than 400 sentences', () => {
    const long = article({ paragraphs: ['He died. '.repeat(1_000)] });
    expect(readDocument(long).sentences.length).toBe(400);
  });
});
