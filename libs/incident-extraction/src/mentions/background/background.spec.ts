import { describe, expect, it } from '@jest/globals';
import { readSentences } from '../../reading/sentence-reading.js';
import { article } from '../../testing/articles.js';
import { readDocument } from '../../text/document.js';
import { timePiece } from '../draft.js';
import { mergePieces } from '../merge.js';
import { backgroundOf, readOutlook } from './background.js';

/** Why the first thing that an article of 6 January 2022 tells is background to it. */
function reason(title: string, ...paragraphs: string[]) {
  const document = readDocument(article({ title, paragraphs }));
  const draft = mergePieces(document, readSentences(document), [])[0]!;
  return backgroundOf(readOutlook(document), draft, timePiece(draft));
}

describe('why something told is background', () => {
  it('is that it is too old for the story', () => {
    expect(reason('Talk of the town', 'On 4 October gunmen shot and killed a nurse.')).toBe(
      'passing',
    );
  });

  it('is that no sentence tells it as news', () => {
    expect(reason('Talk of the town', 'The mayor met the nurse who shot two robbers.')).toBe(
      'named',
    );
  });

  it('is that the article follows up on it', () => {
    expect(reason('Man sentenced for robbery', 'A man shot two women in a bar.')).toBe('retold');
  });

  it('is that the article looks back on it', () => {
    expect(reason('A day of prayer', 'Two years ago gunmen shot and killed a priest.')).not.toBe(
      null,
    );
  });

  it('is none for news', () => {
    expect(reason('Nurse shot', 'Gunmen shot and killed a nurse on Tuesday.')).toBeNull();
  });
});

describe('the outlook of an article', () => {
  it('is read in its title and first sentence', () => {
    const outlook = readOutlook(
      readDocument(article({ title: 'Man sentenced to life', paragraphs: ['He was alone.'] })),
    );
    expect([...outlook.lead]).toContain('trial');
  });
});
