import { describe, expect, it } from '@jest/globals';
import { isSameSecret } from './same-secret.js';

describe('two secrets', () => {
  it('are one when every character is', () => {
    expect(isSameSecret('open sesame', 'open sesame')).toBe(true);
    expect(isSameSecret('open sesame', 'open Sesame')).toBe(false);
  });

  it('may differ in length', () => {
    expect(isSameSecret('', 'open sesame')).toBe(false);
  });
});
