import { describe, expect, it } from '@jest/globals';
import { scorePages } from './score-pages.js';

describe('the score of pages', () => {
  it('is whole where all is found and nothing else', () => {
    const page = { expected: 'a b c d e', found: 'a, b, c, d, e.' };
    expect(scorePages([page])).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  it('is of runs of four tokens, each as often as it is expected', () => {
    // Expected: abcd bcde; found: abcd bcde cdea deab eabc abcd bcde.
    const page = { expected: 'a b c d e', found: 'a b c d e a b c d e' };
    const { precision, recall } = scorePages([page]);
    expect([precision, recall]).toEqual([2 / 7, 1]);
  });

  it('is the mean over pages, not over runs', () => {
    const whole = { expected: 'a b c d e f g h', found: 'a b c d e f g h' };
    const none = { expected: 'a b c d', found: 'w x y z' };
    expect(scorePages([whole, none])).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  });

  it('takes a text shorter than a run as one', () => {
    expect(scorePages([{ expected: 'a b', found: 'a b' }]).f1).toBe(1);
  });

  it('has no precision of a page of which nothing is found, but loses its recall', () => {
    const whole = { expected: 'a b c d', found: 'a b c d' };
    const missed = { expected: 'a b c d', found: '' };
    expect(scorePages([whole, missed])).toMatchObject({ precision: 1, recall: 0.5 });
  });

  it('of no pages is nothing', () => {
    expect(scorePages([])).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});
