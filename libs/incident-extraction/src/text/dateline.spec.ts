import { describe, expect, it } from '@jest/globals';
import { datelineDash, datelineEnd, isShouted } from './dateline.js';
import { tokenize } from './tokens.js';

describe('a dateline', () => {
  const behind = (text: string) => {
    const tokens = tokenize(text);
    return tokens[datelineEnd(tokens) + 1]!.text;
  };

  it('ends behind its dash and what is bracketed', () => {
    expect(behind('LIMA, 5 Jan (EFE) -- [Text] Two men were shot dead.')).toBe('Two');
    expect(behind('NAIROBI, Kenya (AP) _ Two men were shot dead.')).toBe('Two');
    expect(behind('Lahore – Two men were shot dead.')).toBe('Two');
  });

  it('is not what stands before any other mark', () => {
    expect(behind('Two well-known men were shot dead.')).toBe('Two');
  });

  it('has a day of its own before a dash, which a hyphen is not', () => {
    const dash = (text: string) => datelineDash(tokenize(text));
    expect(dash('LIMA, 5 Jan (EFE) -- Two men were shot dead.')).toBe(7);
    expect(dash('Lahore — Two men were shot dead.')).toBe(1);
    expect(dash('LIMA, AUG 29-31, Two men were shot dead.')).toBe(-1);
    expect(dash(`${'word '.repeat(20)} -- Two men`)).toBe(-1);
  });

  it('may be shouted', () => {
    expect([isShouted('LIMA'), isShouted('Lima'), isShouted('USA')]).toEqual([true, false, false]);
  });
});
