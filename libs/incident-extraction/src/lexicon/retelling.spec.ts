import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { readData } from './data.js';
import { retellingWords } from './retelling.js';

describe('words of retelling', () => {
  it('are found with what they show', () => {
    const kinds = retellingWords
      .findAll(tokenize('He was sentenced ten years after; the court and the memorial agree.'))
      .map(({ value }) => value);
    expect(kinds).toEqual(['trial', 'past', 'court', 'memory']);
  });

  it('stand in one list each, in lower case', () => {
    const { words } = readData<{ words: Record<string, string[]> }>('retelling.json');
    const all = Object.values(words).flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((word) => word !== word.toLowerCase())).toEqual([]);
  });
});
