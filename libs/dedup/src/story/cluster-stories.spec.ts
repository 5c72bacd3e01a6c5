import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keywordsOf } from '../keywords/keywords-of.js';
import { clusterStories } from './cluster-stories.js';
import type { StoryArticle } from './story-article.js';

const article = (id: string, day: number | null, title: string, text: string): StoryArticle => ({
  id,
  day,
  keywords: keywordsOf({ title, paragraphs: [text] }, []),
});

const articles: StoryArticle[] = [
  article(
    'fire1',
    17_532,
    'Fireworks barge burns at Terrigal beach',
    'Two pyrotechnicians jumped off the barge at Terrigal.',
  ),
  article(
    'fire2',
    17_532,
    'Terrigal barge fire injures two',
    'The pyrotechnicians on the fireworks barge were injured.',
  ),
  article(
    'vote1',
    17_532,
    'Parliament rejects pension reform',
    'Deputies voted against the pension reform at night.',
  ),
  article(
    'vote2',
    17_533,
    'Pension reform fails in parliament',
    'After the vote of deputies the pension reform is dead.',
  ),
];

describe('clustering articles into stories', () => {
  it('puts articles on one event under the id of the first of them', () => {
    expect(Object.fromEntries(clusterStories(articles))).toEqual({
      fire1: 'fire1',
      fire2: 'fire1',
      vote1: 'vote1',
      vote2: 'vote1',
    });
  });

  it('tells two events of one kind and place apart, where each has several tellings', () => {
    // Four words of both quakes, eight of the one; and four of the telling's own.
    const words = (kind: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${kind}${i}`);
    const telling = (quake: string, at: number): StoryArticle => ({
      id: `${quake}${at}`,
      day: 14_000,
      keywords: [...words('quake', 4), ...words(quake, 8), ...words(`${quake}${at}-`, 4)].map(
        (term) => ({ term, weight: 0.25, name: term.startsWith(quake) }),
      ),
    });
    const stories = clusterStories(
      ['tonban', 'dargahan'].flatMap((quake) => [1, 2, 3].map((at) => telling(quake, at))),
    );
    expect([...new Set(stories.values())].sort()).toEqual(['dargahan1', 'tonban1']);
  });

  it('takes articles without a day', () => {
    const undated = articles.map((each, i) => ({ ...each, day: i % 2 ? null : each.day }));
    expect(new Set(clusterStories(undated).values()).size).toBeGreaterThanOrEqual(2);
    expect(clusterStories(undated).get('fire1')).not.toBe(clusterStories(undated).get('vote1'));
  });

  it('leaves articles without words alone', () => {
    const empty = [article('a', null, '', ''), article('b', null, '', '')];
    expect(new Set(clusterStories(empty).values()).size).toBe(2);
    expect(clusterStories([]).size).toBe(0);
  });

  it('does not depend on the order of the articles', () => {
    const expected = Object.fromEntries(clusterStories(articles));
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: 4 }), (shuffled) => {
        expect(Object.fromEntries(clusterStories(shuffled))).toEqual(expected);
      }),
    );
  });
});
