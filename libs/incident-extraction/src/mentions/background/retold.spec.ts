import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../../testing/mentions.js';

/** Published on 6 January 2022. */
const background = (title: string, ...paragraphs: string[]): (boolean | undefined)[] =>
  mentionsOf(title, paragraphs)
    .filter(({ what }) => what.ploverType === 'ASSAULT')
    .map((mention) => mention.background);

describe('an article that follows up', () => {
  it('only retells what is tried, when no day or an old one is told', () => {
    expect(
      background('Man sentenced for shooting', 'Gunman Joe Hill shot two men in Springfield.'),
    ).toEqual([true]);
    expect(
      background('Judge hears of shooting', 'A man shot two women in Springfield on December 20.'),
    ).toEqual([true]);
  });

  it('reports what is fresh, court or not', () => {
    expect(
      background('Judge hears of shooting', 'A man shot two women in Springfield on Tuesday.'),
    ).toEqual([false]);
    expect(background('Gunmen kill judge', 'Gunmen killed a judge in Springfield.')).toEqual([
      false,
    ]);
  });
});

describe('what is more than a month old', () => {
  it('is retold, whatever the article is about', () => {
    expect(
      background('Shooting in Springfield', 'On November 20 a man shot two women in Springfield.'),
    ).toEqual([true]);
  });
});
