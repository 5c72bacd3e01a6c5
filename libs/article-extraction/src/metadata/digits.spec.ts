import { describe, expect, it } from '@jest/globals';
import { asciiDigits } from './digits.js';

describe('digits', () => {
  it.each([
    ['٢٢ نوفمبر ٢٠١٩', '22 نوفمبر 2019'],
    ['۱۳۹۸', '1398'],
    ['२०१९', '2019'],
    ['๒๕๖๒', '2562'],
    ['２０１９年', '2019年'],
    ['2019 – a', '2019 – a'],
  ])('of any script: %s is %s', (text, ascii) => expect(asciiDigits(text)).toBe(ascii));
});
