import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { repairXml } from './repair.js';

const repair = (text: string) => repairXml(text, 64);

describe('a sound document', () => {
  it('comes through as it is', () => {
    const xml = '<a x="1 > 0"><b/>text &amp; more<![CDATA[<p>]]></a>';
    expect(repair(xml)).toEqual({ xml, repaired: false, doctype: '' });
  });

  it('keeps what CDATA holds, tags and comments too', () => {
    const xml = '<a><![CDATA[<b><!-- no --></a>]]></a>';
    expect(repair(xml).xml).toBe(xml);
  });
});

describe('a malformed document', () => {
  it('loses what stands before its first tag', () => {
    expect(repair('\n\nWarning: x\n<a></a>')).toMatchObject({ xml: '<a></a>', repaired: true });
  });

  it('gets its open elements closed where their parent ends', () => {
    expect(repair('<a><b><c></b></a>')).toMatchObject({
      xml: '<a><b><c></c></b></a>',
      repaired: true,
    });
  });

  it('gets closed where it was cut off, in a tag or a CDATA section', () => {
    expect(repair('<a><b>x</b><b>ha').xml).toBe('<a><b>x</b><b>ha</b></a>');
    expect(repair('<a><b>x</').xml).toBe('<a><b>x&lt;/</b></a>');
    expect(repair('<a><![CDATA[x').xml).toBe('<a><![CDATA[x]]></a>');
  });

  it('loses closing tags that close nothing', () => {
    expect(repair('<a></b></a>').xml).toBe('<a></a>');
  });

  it('has a bare less-than sign escaped', () => {
    expect(repair('<a>1 < 2 <3</a>').xml).toBe('<a>1 &lt; 2 &lt;3</a>');
  });

  it('keeps what stands in quotes, white space around the equals sign or not', () => {
    const xml = `<a x = "1>2" y='<'></a>`;
    expect(repair(xml)).toMatchObject({ xml, repaired: false });
  });

  it('has its lines ended as XML ends them', () => {
    expect(repair('<a>\r\nx\ry</a>').xml).toBe('<a>\nx\ny</a>');
  });

  it('has bare ampersands and foreign references mended', () => {
    expect(repair('<a x="?b&c">&eacute;</a>')).toMatchObject({
      xml: '<a x="?b&amp;c">é</a>',
      repaired: true,
    });
  });

  it('loses characters that XML does not know', () => {
    expect(repair('<a>\u0008x\u001b</a>').xml).toBe('<a>x</a>');
  });
});

describe('a hostile document', () => {
  it('declares entities that refer to others in vain: the doctype is gone', () => {
    const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><a>&b;</a>';
    expect(repair(laughs).xml).toBe('<a>&amp;b;</a>');
    const file = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&x;</a>';
    expect(repair(file)).toMatchObject({
      xml: '<a>&amp;x;</a>',
      doctype: '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    });
  });

  it('cannot declare anything once it has begun', () => {
    expect(repair('<a><!DOCTYPE l [<!ENTITY a "ha">]>&a;</a>').xml).toBe('<a>&amp;a;</a>');
  });

  it('is refused when it nests too deeply', () => {
    expect(() => repair('<a>'.repeat(65))).toThrow('More than 64 elements are nested.');
    expect(() => repair('<a>'.repeat(64))).not.toThrow();
  });

  it('always comes out balanced', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<a>',
        '</a>',
        '<b x="1">',
        '</b>',
        '<c/>',
        '<',
        '>',
        'x',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '"',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const once = repair(`<r>${parts.join('')}`).xml;
        expect(repair(once)).toMatchObject({ xml: once, repaired: false });
      }),
    );
  });
});
