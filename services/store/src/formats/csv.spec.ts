import { describe, expect, it } from '@jest/globals';
import { csv } from './csv.js';

describe('CSV', () => {
  it('has a header, quotes what must be quoted, and leaves the unknown empty', () =>
    expect(csv(['a', 'b', 'c'], [{ a: 'x "y", z', b: -1.5, c: null }])).toBe(
      'a,b,c\r\n"x ""y"", z",-1.5,\r\n',
    ));

  it.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200b=1', '＝1'])(
    'makes %j inert',
    (text) => expect(csv(['a'], [{ a: text }])).toMatch(/^a\r\n"?'/),
  );
});
