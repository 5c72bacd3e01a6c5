import { describe, expect, it } from '@jest/globals';
import { isName, rarity } from './rarity.js';

describe('how rare a term is', () => {
  it('follows the size classes of the word list', () => {
    expect(rarity('house')).toBeLessThan(rarity('baker'));
    expect(rarity('baker')).toBeLessThan(rarity('abdrakhmanov'));
  });

  it('is little for months, weekdays and countries, in no list as they are', () => {
    for (const term of ['january', 'sept', 'tuesday', 'kazakhstan'])
      expect(rarity(term)).toBe(rarity('house'));
  });
});

describe('a name', () => {
  it.each(['abdrakhmanov', 'mcintyre'])('may be %s', (term) => expect(isName(term)).toBe(true));
  it.each(['house', 'friday', 'france'])('is not %s', (term) => expect(isName(term)).toBe(false));
});
