import { describe, expect, it } from '@jest/globals';
import Type from 'typebox';
import { parseText } from './parse-text.js';

describe('text of a variable', () => {
  it.each([
    ['42', 42],
    ['-1', -1],
    ['0.01', 0.01],
  ])('%p is a number', (text, expected) => {
    expect(parseText(Type.Number(), text)).toBe(expected);
  });

  it.each(['', '0x10', '1e3', '10ms', 'NaN', 'Infinity'])('%p is no number', (text) => {
    expect(parseText(Type.Integer(), text)).toBe(text);
  });

  it('splits lists at commas and forgives spaces and a last comma', () => {
    expect(parseText(Type.Array(Type.String()), 'a:1, b:2,')).toEqual(['a:1', 'b:2']);
  });

  it('reads the numbers of a list, and none from a comma alone', () => {
    expect(parseText(Type.Array(Type.Number()), '1, 2.5,x')).toEqual([1, 2.5, 'x']);
    expect(parseText(Type.Array(Type.Number()), ',')).toEqual([]);
  });

  it('leaves strings as they are', () => {
    expect(parseText(Type.String(), '10')).toBe('10');
  });
});
