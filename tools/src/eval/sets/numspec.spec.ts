import { describe, expect, it } from '@jest/globals';
import { toNumspec } from './numspec.js';

describe('answers for numspec', () => {
  it('are numbers as .NET writes them', () => {
    expect(toNumspec('rtn-NumberModel-1', 'a billionth of 3e+20, or 12')).toEqual([
      { text: 'a billionth', value: '1E-09' },
      { text: '3e+20', value: '3E+20' },
      { text: '12', value: '12' },
    ]);
  });

  it('are ranges as intervals', () => {
    expect(toNumspec('rtn-NumberRangeModel-1', 'from 3 to 9; at most 7; over 4')).toEqual([
      { text: 'from 3 to 9', value: '[3,9)' },
      { text: 'at most 7', value: '(,7]' },
      { text: 'over 4', value: '(4,)' },
    ]);
  });

  it('are ordinals, relative ones too', () => {
    expect(toNumspec('rtn-OrdinalModel-1', 'the 3rd, then the last and the next')).toEqual([
      { text: '3rd', value: '3' },
      { text: 'last', value: 'end+0' },
      { text: 'next', value: 'current+1' },
    ]);
  });
});
