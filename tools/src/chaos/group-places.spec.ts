import { describe, expect, it } from '@jest/globals';
import { mainTopics, retryPlaces } from './group-places.js';

describe('the places where offsets are watched', () => {
  it('are all topics that the groups read', () => {
    expect(mainTopics()).toContainEqual({ group: 'extractor', topic: 'article-fetched' });
    expect(mainTopics()).toContainEqual({ group: 'store', topic: 'incident-revised' });
  });

  it('are not those that only subscribers outside read', () =>
    expect(mainTopics().map(({ topic }) => topic)).not.toContain('incident-updated'));

  it('are the retry topics, too', () => {
    const names = retryPlaces().map(({ topic }) => topic);
    expect(names).toContain('article-fetched-extractor-retry-10s');
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(mainTopics().length * 3);
  });
});
