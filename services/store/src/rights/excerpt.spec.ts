import { expect, it } from '@jest/globals';
import { EXCERPT_CHARS, excerptOf } from './excerpt.js';

it('an excerpt is the beginning of the text, to a whole word', () => {
  expect(excerptOf(['', 'Short.', 'More.'])).toEqual(['Short.']);
  const [cut = ''] = excerptOf(['word '.repeat(100)]);
  expect(cut).toMatch(/word …$/);
  expect(cut.length).toBeLessThanOrEqual(EXCERPT_CHARS + 2);
  expect(excerptOf([])).toEqual([]);
});

it('a text without spaces is cut where it must be, and stays well-formed', () => {
  const [cut = ''] = excerptOf([`x${'😀'.repeat(400)}`]);
  expect(cut.isWellFormed()).toBe(true);
});
