import { describe, expect, it } from '@jest/globals';
import { mayChange } from './api-key.guard.js';

describe('a call that changes things', () => {
  it('is open to this machine when no key is set, and to nobody else', () => {
    expect(mayChange({ apiKey: null, host: '127.0.0.1' }, undefined)).toBe(true);
    expect(mayChange({ apiKey: null, host: '0.0.0.0' }, undefined)).toBe(false);
  });

  it('needs the key when one is set, on this machine too', () => {
    const access = { apiKey: 'k'.repeat(16), host: '127.0.0.1' };
    expect(mayChange(access, `Bearer ${'k'.repeat(16)}`)).toBe(true);
    for (const wrong of [undefined, '', 'Bearer ', 'Bearer k', `Basic ${'k'.repeat(16)}`])
      expect(mayChange(access, wrong)).toBe(false);
  });
});
