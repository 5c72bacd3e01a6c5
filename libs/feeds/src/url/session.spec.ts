import { describe, expect, it } from '@jest/globals';
import { normaliseUrl } from './normalise.js';

describe('a session is no part of what a page is', () => {
  it.each([
    ['https://a.org/x;jsessionid=0AB12.node1', 'https://a.org/x'],
    ['https://a.org/x;JSESSIONID=1/y?z=2', 'https://a.org/x/y?z=2'],
    ['https://a.org/x/.;jsessionid=1/y', 'https://a.org/x/y'],
    ['https://a.org/x?PHPSESSID=cdc993a4&f=2', 'https://a.org/x?f=2'],
    ['https://a.org/x?jsessionid=1', 'https://a.org/x'],
    ['https://a.org/x.cfm?id=4&CFID=17&CFTOKEN=ab', 'https://a.org/x.cfm?id=4'],
    ['https://a.org/(S(lit3py55t21z5v55vlm25s55))/x.aspx', 'https://a.org/x.aspx'],
    ['https://a.org/v/(X(1)F(abc)S(lit3py55t21z5v55vlm25s55))/x.aspx', 'https://a.org/v/x.aspx'],
  ])('%s is %s', (url, normal) => {
    expect(normaliseUrl(url)).toBe(normal);
  });

  it.each(['https://a.org/x?sid=4', 'https://a.org/(S(short))/x', 'https://a.org/x;v=2'])(
    'but %s names none for certain',
    (url) => {
      expect(normaliseUrl(url)).toBe(url);
    },
  );
});
