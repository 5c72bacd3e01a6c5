import { describe, expect, it } from '@jest/globals';
import { article } from '../testing/articles.js';
import { readDocument } from '../text/document.js';
import { knownNames } from './known-names.js';

const known = (...paragraphs: string[]): string[] => [
  ...knownNames(readDocument(article({ paragraphs }))),
];

describe('the last names that an article makes known', () => {
  it('are of those named in full with an age or as identified', () => {
    expect(
      known('The driver, Ann Lee, 31, was hurt.', 'The other one was identified as James Roe.'),
    ).toEqual(['lee', 'roe']);
  });

  it('are of those whose age stands before', () => {
    expect(known('Police said that 17-year-old Ann Roe was hurt.')).toEqual(['roe']);
  });

  it('are no places and no single words', () => {
    expect(
      known('In Springfield, 12 people fell.', 'They met on Grove Street, 5 blocks away.'),
    ).toEqual([]);
  });
});
