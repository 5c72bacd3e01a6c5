import { describe, expect, it } from '@jest/globals';

import { deadLetterTopic, retryTopic } from './topic-names.js';

describe('the topics of a group beside the one it reads', () => {
  it('names the retry topic by source, group and delay', () => {
    expect(retryTopic('article-fetched', 'extractor', '10s')).toBe(
      'article-fetched-extractor-retry-10s',
    );
  });

  it('names the dead-letter topic by source and group', () => {
    expect(deadLetterTopic('article-fetched', 'extractor')).toBe('article-fetched-extractor-dlq');
  });
});
