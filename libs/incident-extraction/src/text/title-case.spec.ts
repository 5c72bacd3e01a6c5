import { describe, expect, it } from '@jest/globals';
import { isMostlyCapital, isTitleCase } from './title-case.js';
import { tokenize } from './tokens.js';

describe('capitals that say nothing about names', () => {
  it.each([
    ['Two Men Charged After Girl Shot', true, true],
    ['Two men charged after a girl was shot in Utah', false, false],
    ['Girl Shot', true, true],
    ['Murder', false, true],
    ['Jane Roberts shot in Springfield', false, true],
    ['of the 12', false, false],
    ['', false, false],
  ])('in %j', (text, title, mostly) => {
    expect([isTitleCase(tokenize(text)), isMostlyCapital(tokenize(text))]).toEqual([title, mostly]);
  });
});
