import { describe, expect, it } from '@jest/globals';
import { urlId } from './id.js';

describe('the id of a URL', () => {
  it('is the head of its SHA-256, today and for ever', () => {
    expect(urlId('http://example.com/')).toBe('2a1b402420ef46577471cdc7409b0fa2');
  });

  it('is taken of UTF-8 bytes', () => {
    expect(urlId('ü')).toHaveLength(32);
    expect(urlId('ü')).not.toBe(urlId('u'));
  });
});
