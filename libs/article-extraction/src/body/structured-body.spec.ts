import { describe, expect, it } from '@jest/globals';
import { orStructured } from './structured-body.js';

const long = 'The minister said that bread would be cheaper soon. '.repeat(10).trim();

describe('the structured body', () => {
  it('stands in where the page holds but a fragment of it', () => {
    expect(orStructured(['By'], `${long}\n\n${long}`)).toEqual([long, long]);
    expect(orStructured([], `<p>${long}</p><p>${long}</p>`)).toEqual([long, long]);
  });

  it('does not replace what the page holds', () => {
    expect(orStructured([long], long)).toEqual([long]);
  });

  it('is no teaser', () => {
    expect(orStructured([], 'Bread is dearer.')).toEqual([]);
  });
});
