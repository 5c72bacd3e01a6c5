import { describe, expect, it } from '@jest/globals';
import { safeStyle } from './style.js';

describe('a style', () => {
  it.each([
    ['color: red', 'color: red;'],
    ['color:red;font-weight:bold', 'color: red; font-weight: bold;'],
    ['margin: 0 auto !important', 'margin: 0 auto !important;'],
    ['border: 1px solid #fff', 'border: 1px solid #fff;'],
    ["font-family: 'Some Font', serif", "font-family: 'Some Font', serif;"],
  ])('that only changes how text looks is kept: %s', (style, expected) => {
    expect(safeStyle(style, false)).toBe(expected);
  });

  it.each([
    ['position: absolute; color: red', 'color: red;'],
    ['background: url(http://a.org/x)', ''],
    ['margin: calc', ''],
    ['stroke: red', ''],
  ])('loses what moves or loads: %s', (style, expected) => {
    expect(safeStyle(style, false)).toBe(expected);
  });

  it.each(['width: expression(alert(1))', 'color: red\\65', 'color', 'color: a: b', 'x{}'])(
    'that is not plainly written is dropped: %s',
    (style) => {
      expect(safeStyle(style, false)).toBe('');
    },
  );

  it('may draw within SVG', () => {
    expect(safeStyle('stroke: red', true)).toBe('stroke: red;');
  });
});
