import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clusterStories, type StoryArticle } from './cluster-stories.js';

const article = (id: string, title: string, text: string, publishedAt: string | null) => ({
  id,
  title,
  text,
  publishedAt,
});

const articles: StoryArticle[] = [
  article(
    'fire1',
    'Fireworks barge burns at Terrigal beach',
    'Two pyrotechnicians jumped off the barge at Terrigal.',
    '2018-01-01T10:00:00Z',
  ),
  article(
    'fire2',
    'Terrigal barge fire injures two',
    'The pyrotechnicians on the fireworks barge were injured.',
    '2018-01-01T12:00:00Z',
  ),
  article(
    'vote1',
    'Parliament rejects pension reform',
    'Deputies voted against the pension reform at night.',
    '2018-01-01T11:00:00Z',
  ),
  article(
    'vote2',
    'Pension reform fails in parliament',
    'After the vote of deputies the reform is dead.',
    '2018-01-02T08:00:00Z',
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

  it('lets likeness fade: the same words two years later are another story', () => {
    const later = articles.map((a) => ({
      ...a,
      id: `${a.id}-later`,
      publishedAt: '2020-01-01T00:00:00Z',
    }));
    const stories = clusterStories([...articles, ...later]);
    expect(stories.get('fire1-later')).not.toBe('fire1');
  });

  it('takes articles without a date, and with nonsense for one', () => {
    const undated = articles.map((a, i) => ({ ...a, publishedAt: i % 2 ? null : 'soon' }));
    expect(new Set(clusterStories(undated).values()).size).toBe(2);
  });

  it('leaves articles without words alone', () => {
    const empty = [article('a', '', '', null), article('b', '', '', null)];
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
