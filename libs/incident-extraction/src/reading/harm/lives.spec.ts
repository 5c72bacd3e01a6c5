import { describe, expect, it } from '@jest/globals';
import { readSentences } from '../sentence-reading.js';
import { readDocument } from '../../text/document.js';
import { article } from '../../testing/articles.js';

const tolls = (sentence: string) => {
  const document = readDocument(article({ title: 'Bombs in two towns', paragraphs: [sentence] }));
  const reading = readSentences(document).find((each) => each.sentence.part === 'body')!;
  return reading.tolls.map(({ effect, quantity }) => [effect, quantity?.best]);
};

describe('lives that are taken', () => {
  it('are people killed', () => {
    expect(tolls('The bombings claimed at least 217 lives last week.')).toEqual([['killed', 217]]);
    expect(tolls('The blast has taken 12 innocent lives.')).toEqual([['killed', 12]]);
  });

  it('are none where they only could be', () => {
    expect(tolls('The bomb could claim 20 lives.')).toEqual([]);
    expect(tolls('The measure saved 20 lives.')).toEqual([]);
  });
});

describe('a number of people harmed', () => {
  it('is told by what it came to', () => {
    expect(tolls('The blast killed ten people, and the number injured topped 2,200.')).toEqual([
      ['killed', 10],
      ['injured', 2200],
    ]);
    expect(tolls('The number of dead rose to 40.')).toEqual([['killed', 40]]);
  });

  it('is none where it is only compared', () => {
    expect(tolls('The number of dead rose from 30.')).toEqual([]);
  });
});
