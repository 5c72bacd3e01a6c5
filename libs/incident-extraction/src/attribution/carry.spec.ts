import { describe, expect, it } from '@jest/globals';
import { readSentences } from '../reading/sentence-reading.js';
import { article } from '../testing/articles.js';
import { readDocument } from '../text/document.js';

/** The sources of each body sentence. */
function sources(...paragraphs: string[]): string[] {
  return readSentences(readDocument(article({ paragraphs })))
    .filter(({ sentence }) => sentence.part === 'body')
    .map(({ attribution }) => attribution.chain.map((link) => link.name).join(' < '));
}

describe('who speaks, from sentence to sentence', () => {
  it('is who spoke last where a pronoun speaks', () => {
    expect(sources('Police said two died. They added that a third was hurt.')).toEqual([
      'Police',
      'Police',
    ]);
  });

  it('goes on inside a quotation', () => {
    expect(
      sources('“Two men died,” said Mayor John Hill. “A third was hurt. He is in hospital.”'),
    ).toEqual(['Mayor John Hill', 'Mayor John Hill', 'Mayor John Hill']);
  });

  it('ends with the quotation', () => {
    expect(sources('Police said two died. A third man was hurt.')).toEqual(['Police', '']);
  });

  it('is forgotten two paragraphs on', () => {
    expect(sources('Police said two died.', 'It rained.', 'It was cold.', 'He said so.')).toEqual([
      'Police',
      '',
      '',
      '',
    ]);
  });
});
