import { describe, expect, it } from '@jest/globals';
import { COMMON_NAMES } from './common-names.js';

describe('names that tell no story from another', () => {
  it.each(['january', 'sept', 'wednesday', 'mon', 'kenya', 'zealand'])('hold %s', (term) => {
    expect(COMMON_NAMES.has(term)).toBe(true);
  });

  it.each(['lagos', 'ann', 'police'])('do not hold %s', (term) => {
    expect(COMMON_NAMES.has(term)).toBe(false);
  });
});
