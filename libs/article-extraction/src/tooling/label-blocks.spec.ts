import { describe, expect, it } from '@jest/globals';
import { pageOf } from '../testing/evidence-of.js';
import { readBlocks } from '../blocks/read-blocks.js';
import { labelBlocks, tokensOf } from './label-blocks.js';

const expected =
  'Bread is dearer again, says the ministry.\n\nWheat\n\nBakers will close. It was so. Yes';
const labels = (...texts: string[]) => {
  const page = pageOf(texts.map((text) => `<p>${text}</p>`).join(''));
  return labelBlocks(readBlocks(page.root), expected);
};
const inBody = (...texts: string[]) => [...labels(...texts).inBody];

describe('a block', () => {
  it('is the body’s where half of its runs of four tokens stand there', () => {
    expect(inBody('Bread is dearer again, says the ministry.')).toEqual([1]);
    expect(inBody('Bread is dearer again, says she')).toEqual([1]);
    expect(inBody('Bread is dearer again. Read more: weather, sport, opinion')).toEqual([0]);
    expect(inBody('ministry the says again dearer')).toEqual([0]);
  });

  it('that is short is the body’s as a line of it', () => {
    expect(inBody('Wheat', 'will', 'is dearer')).toEqual([1, 0, 0]);
  });

  it('that is short is the body’s after what stands before it there', () => {
    expect(inBody('Wheat', 'Bakers will close.', 'It was so.', 'again')).toEqual([1, 1, 1, 0]);
  });

  it('without tokens is none of it', () => {
    expect(inBody('***')).toEqual([0]);
  });

  it('is counted in tokens, as the expected text is', () => {
    expect(labels('Bread, bread', '…')).toMatchObject({ tokens: [2, 0], expectedTokens: 15 });
  });
});

describe('tokens', () => {
  it('are runs of letters, digits and underscores of any script', () => {
    expect(tokensOf('Don’t_go: 12.5 – хлеб, 面包')).toEqual([
      'Don',
      't_go',
      '12',
      '5',
      'хлеб',
      '面包',
    ]);
    expect(tokensOf('…')).toEqual([]);
  });
});
