import { describe, expect, it } from '@jest/globals';
import { deadLetterTopic, delayWord, retryTopics } from './derived.js';

describe('topics of a group', () => {
  it.each([
    [250, '250ms'],
    [10_000, '10s'],
    [90_000, '90s'],
    [60_000, '1m'],
    [7_200_000, '2h'],
  ])('say a delay of %p ms as %s', (delayMs, word) => {
    expect(delayWord(delayMs)).toBe(word);
  });

  it('are named after source, group and delay', () => {
    expect(retryTopics('a-b', 'g', [5])).toEqual([{ name: 'a-b-g-retry-5ms', delayMs: 5 }]);
    expect(deadLetterTopic('a-b', 'g')).toBe('a-b-g-dlq');
  });
});
