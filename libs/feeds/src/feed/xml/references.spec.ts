import { describe, expect, it } from '@jest/globals';
import { declaredEntities, MAX_EXPANSION_CHARS, References } from './references.js';

const mend = (text: string, doctype = '') => new References(declaredEntities(doctype)).mend(text);

describe('a reference', () => {
  it("of XML's own stays", () => {
    const text = '&amp;&lt;&gt;&quot;&apos;&#38;&#x26;';
    const references = new References(new Map());
    expect(references.mend(text)).toBe(text);
    expect(references.mended).toBe(false);
  });

  it("of HTML's becomes a character", () => {
    expect(mend('caf&eacute; &nbsp;&mdash;')).toBe('café \u00a0—');
  });

  it('that is none becomes a literal ampersand', () => {
    expect(mend('A & B &bogus; ?a=1&b=2 &#x;')).toBe('A &amp; B &amp;bogus; ?a=1&amp;b=2 &amp;#x;');
  });

  it('that was escaped twice is read once', () => {
    expect(mend('&amp;eacute;')).toBe('&amp;eacute;');
  });
});

describe('an entity that a document declares', () => {
  it('stands for plain text', () => {
    const doctype = '<!DOCTYPE x [<!ENTITY c "(C)"><!ENTITY d \'&#169;\'>]>';
    expect(mend('&c; &d;', doctype)).toBe('(C) ©');
  });

  it('cannot be markup, nor refer to another, nor to a file', () => {
    const doctype =
      '<!DOCTYPE x [<!ENTITY a "<b>"><!ENTITY b "&c;"><!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p "x">]>';
    expect(declaredEntities(doctype).size).toBe(0);
    expect(mend('&a;&b;&f;', doctype)).toBe('&amp;a;&amp;b;&amp;f;');
  });

  it('adds no more than its share to a document', () => {
    const doctype = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}">]>`;
    expect(mend('&a;'.repeat(10_000), doctype).length).toBeLessThanOrEqual(MAX_EXPANSION_CHARS);
  });

  it('is harmless when it bears the name of a prototype', () => {
    expect(mend('&constructor;&__proto__;')).toBe('&amp;constructor;&amp;__proto__;');
  });
});
