import { describe, expect, it } from '@jest/globals';
import { originOf } from './origin.js';
import { tokenise } from './tokens.js';

const origin = (text: string) => originOf(tokenise(text));

describe('the country that a text is of', () => {
  it('is the one whose institutions it speaks of', () => {
    expect(origin('The sheriff said a grand jury would decide.')).toBe('USA');
    expect(origin('He appeared at Leeds Crown Court.')).toBe('GBR');
    expect(origin('The RCMP are asking for help.')).toBe('CAN');
  });

  it('is the one it speaks of most', () => {
    expect(origin('Deputies and troopers met a councillor.')).toBe('USA');
  });

  it('is unknown without institutions, or with as many of another', () => {
    expect(origin('A man was hurt.')).toBeNull();
    expect(origin('A sheriff met a councillor.')).toBeNull();
  });
});
