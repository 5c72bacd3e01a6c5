import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

describe('a death that nobody caused', () => {
  it('is no incident', () => {
    expect(mentionsOf('Singer dies at 82', ['The singer died of cancer on Monday.'])).toEqual([]);
  });

  it('is one where someone did it', () => {
    const [mention] = mentionsOf('Singer shot dead', ['The singer was shot dead on Monday.']);
    expect(mention?.casualties.killed?.best).toBe(1);
  });
});
