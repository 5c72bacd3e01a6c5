import { describe, expect, it } from '@jest/globals';
import { storedTheme } from './theme.js';

describe('the theme of an earlier visit', () => {
  it.each([
    ['dark', 'dark'],
    ['light', 'light'],
    ['pink', 'auto'],
    [null, 'auto'],
  ])('%p is %s', (stored, theme) => expect(storedTheme({ getItem: () => stored })).toBe(theme));

  it('is the system’s where nothing may be stored', () => {
    const refuse = () => {
      throw new DOMException('denied');
    };
    expect(storedTheme({ getItem: refuse })).toBe('auto');
  });
});
