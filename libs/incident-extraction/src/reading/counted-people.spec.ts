import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { LateCount } from './counted-people.js';

const countOf = (text: string, known: readonly string[] = []): LateCount =>
  new LateCount(tokenize(text), false, new Set(known));

describe('what is counted late', () => {
  it('has a sentence’s numbers and people', () => {
    const { numbers, people } = countOf('Three miners and 12 soldiers slept.');
    expect(numbers.map(({ best }) => best)).toEqual([3, 12]);
    expect(people.map(({ count }) => count?.best)).toEqual([3, 12]);
  });

  it('knows the article’s people by their last names', () => {
    expect(countOf('They met Roe.').people).toEqual([]);
    expect(countOf('They met Roe.', ['roe']).people).toMatchObject([{ name: 'Roe' }]);
  });

  it('is read once: who is one person to a toll is the same to a draft', () => {
    const late = countOf('Three miners slept.');
    expect(late.people).toBe(late.people);
    expect(late.numbers).toBe(late.numbers);
  });
});
