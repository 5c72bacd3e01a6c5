import { describe, expect, it } from '@jest/globals';
import { readTokens } from './tokens.js';

function tokens(source: string, kind: 'xml' | 'html'): string[] {
  const seen: string[] = [];
  readTokens(source, kind, {
    open: (name, attributes, selfClosing) =>
      seen.push(
        `<${name}${[...attributes].map(([k, v]) => ` ${k}=${v}`).join('')}${selfClosing ? '/' : ''}>`,
      ),
    close: (name) => seen.push(`</${name}>`),
    text: (text) => seen.push(text),
  });
  return seen;
}

describe('markup as tokens', () => {
  it('has names in lower case and entities replaced', () => {
    expect(tokens('<A B="x&amp;y" b=2>1 &lt; 2</A><c/>', 'xml')).toEqual([
      '<a b=x&y>',
      '1 ',
      '<',
      ' 2',
      '</a>',
      '<c/>',
    ]);
  });

  it('has CDATA as text, and no comments, instructions or doctypes', () => {
    const source = '<?xml version="1"?><!DOCTYPE a><!-- <b> --><a><![CDATA[<x>]]></a>';
    expect(tokens(source, 'xml')).toEqual(['<a>', '<x>', '</a>']);
  });

  it('has no tags within scripts in HTML', () => {
    expect(tokens('<script>"<a href=x>"</script>', 'html')).toEqual([
      '<script>',
      '"<a href=x>"',
      '</script>',
    ]);
  });

  it('knows no entities but those of the language', () => {
    expect(tokens('&eacute;&#233;', 'html').join('')).toBe('éé');
    expect(tokens('<a>&eacute;&#xE9;</a>', 'xml').join('')).toBe('<a>&eacute;é</a>');
  });

  it('ends where the handler throws', () => {
    const handler = {
      open: () => {
        throw new RangeError('enough');
      },
      close: () => undefined,
      text: () => undefined,
    };
    expect(() => readTokens('<a>', 'xml', handler)).toThrow('enough');
  });
});
