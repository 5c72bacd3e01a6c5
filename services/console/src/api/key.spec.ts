import { expect, it } from '@jest/globals';
import { rememberKey, sessionKey } from './key.js';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

it('is kept while the tab is open, and forgotten when that is asked', () => {
  const storage = memory();
  expect(sessionKey(storage)).toBeNull();
  rememberKey('secret', storage);
  expect(sessionKey(storage)).toBe('secret');
  rememberKey(null, storage);
  expect(sessionKey(storage)).toBeNull();
});

it('is none in a browser that keeps nothing', () => {
  const refuse = () => {
    throw new Error('refused');
  };
  const closed = { getItem: refuse, setItem: refuse, removeItem: refuse };
  expect(() => rememberKey('secret', closed)).not.toThrow();
  expect(sessionKey(closed)).toBeNull();
});
