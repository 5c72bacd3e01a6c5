import { describe, expect, it } from '@jest/globals';
import { textArticle } from '../../eval/sets/text-article.js';
import { ofSentences, slopeOf } from './growth.js';

const article = (text: string) => textArticle({ id: 'a', title: 'T', text, publishedAt: null });

describe('articles of so many sentences', () => {
  const list = [article('One is. Two is.\n\nThree is. Four is.'), article('Five is. Six is.')];

  it('go on through paragraphs and articles, and are cut', () => {
    const made = ofSentences(3, list, 9);
    expect(made.map(({ paragraphs }) => paragraphs)).toEqual([['One is. Two is.', 'Three is.']]);
  });

  it('are no more than wanted', () => {
    expect(ofSentences(1, list, 2)).toHaveLength(2);
  });
});

describe('the slope of growth', () => {
  const at = (power: number) =>
    [100, 200, 400].map((sentences) => ({ sentences, cpuMs: 0.01 * sentences ** power }));

  it.each([1, 1.5, 2])('is the power: %d', (power) => {
    expect(slopeOf(at(power))).toBeCloseTo(power);
  });
});
