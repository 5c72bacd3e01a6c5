import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { WordSigns } from './word-signs.js';

const [COURT, CARE, SAD] = [1, 2, 4];
const signs = new WordSigns(['court judge', 'hospital ward', 'ward funeral']);

describe('signs of words', () => {
  it.each([
    ['judge', COURT],
    ['ward', CARE | SAD],
    ['street', 0],
  ])('%s', (word, expected) => {
    expect(signs.of(word)).toBe(expected);
  });

  it('are those of a stretch of tokens together', () => {
    const tokens = tokenize('The judge left the hospital before the funeral');
    expect(signs.within(tokens)).toBe(COURT | CARE | SAD);
    expect(signs.within(tokens, 2, 5)).toBe(CARE);
    expect(signs.within(tokens, -3, 2)).toBe(COURT);
    expect(signs.within(tokens, 7, 99)).toBe(SAD);
    expect(signs.within([])).toBe(0);
  });
});
