import { describe, expect, it } from '@jest/globals';
import { feedAddress } from './feed-address.js';

describe('the address of a feed', () => {
  it.each([
    ['https://a.org/feed', 'https://a.org/feed'],
    ['feed://a.org/feed', 'http://a.org/feed'],
    ['feed:https://a.org/feed', 'https://a.org/feed'],
    [' FEED://a.org/x ', 'http://a.org/x'],
    ['javascript:alert(1)', null],
    ['feed:javascript:alert(1)', null],
    ['/feed', null],
    [undefined, null],
  ])('%s is %s', (reference, address) => {
    expect(feedAddress(reference)).toBe(address);
  });

  it('may be relative to the page', () => {
    expect(feedAddress('/feed', 'https://a.org/x/y')).toBe('https://a.org/feed');
  });
});
