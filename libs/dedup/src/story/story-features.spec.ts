import { describe, expect, it } from '@jest/globals';
import type { StoryArticle } from './story-article.js';
import { storyFeatures } from './story-features.js';

const articles: StoryArticle[] = [0, 0, 0, 20, null].map((day, at) => ({
  id: `a${at}`,
  day,
  keywords: [],
}));
const pair = (a: number, b: number, cosine: number, names = 0) => ({ a, b, cosine, names });
const featuresOf = (...pairs: ReturnType<typeof pair>[]) =>
  storyFeatures(articles, pairs).map(({ features }) => features);

describe('what is compared of two articles of a set', () => {
  it('is how much of their words and names they share', () => {
    expect(featuresOf(pair(1, 0, 0.5, 2))[0]).toMatchObject({
      words: 0.5,
      'words:alike': 0.3,
      'names:shared': Math.log(3),
      'names:any': 1,
    });
  });

  it('is the days between them, a year where one has none', () => {
    const [same, later, undated] = featuresOf(pair(1, 0, 0.5), pair(3, 0, 0.5), pair(4, 0, 0.5));
    expect(same?.published).toBe(0);
    expect(later?.published).toBeCloseTo(Math.log(21) / 3, 6);
    expect(undated?.published).toBeCloseTo(Math.log(366) / 3, 6);
  });

  it('is the likeness by the measure of what is nearest to either', () => {
    const [near, far] = featuresOf(pair(1, 0, 0.8), pair(2, 0, 0.4));
    expect(near).toMatchObject({ 'nearest:both': 1, 'nearest:one': 1 });
    expect(far).toMatchObject({ 'nearest:both': 0.5, 'nearest:one': 1 });
    expect(far?.['near:both']).toBeCloseTo(0.4 / 0.6, 6);
  });

  it('makes nothing of the nearest of those that have none near', () => {
    expect(featuresOf(pair(1, 0, 0.05))[0]).toMatchObject({
      'nearest:both': expect.closeTo(1 / 6, 6),
      'near:one': expect.closeTo(1 / 6, 6),
    });
  });
});
