import { describe, expect, it } from '@jest/globals';
import { closestSource, whoSays } from './who-says.js';

describe('who says so', () => {
  it('is the whole chain', () => {
    const chain = [
      { name: 'RIA', class: 'media' },
      { name: 'Almaty officials', class: 'government' },
    ] as const;
    expect(whoSays(chain)).toBe('RIA (media) › Almaty officials (government)');
    expect(closestSource({ attribution: [...chain] })).toBe('government');
  });

  it.each([
    [{ name: 'Police', class: 'police' }, 'Police'],
    [{ name: null, class: 'armed-group' }, 'armed group'],
    [{ name: null, class: 'none' }, 'someone'],
    [{ name: 'Mr Smith', class: 'none' }, 'Mr Smith'],
  ] as const)('%j is %s', (link, expected) => expect(whoSays([link])).toBe(expected));

  it('is nobody but the article where nobody is named', () => {
    expect(whoSays([])).toBe('');
    expect(closestSource({ attribution: [] })).toBeNull();
  });
});
