import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { cues } from './cues.js';

describe('cues', () => {
  it('may tell of several kinds at once', () => {
    const [found] = cues.findAll(tokenize('Explosives lay about.'));
    expect(found?.value).toEqual(expect.arrayContaining(['explosive-words', 'weapons-words']));
  });

  it('are found as the longest phrase', () => {
    const found = cues.findAll(tokenize('They left without resistance.'));
    expect(found.at(-1)?.value).toEqual(['without-force']);
  });
});
