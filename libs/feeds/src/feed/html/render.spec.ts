import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { isInert } from '../reference.js';
import { renderText, safeHtml, textOfHtml } from './render.js';

const safe = (html: string, base = 'http://a.org/b/') => safeHtml(html, base);

describe('HTML of a feed', () => {
  it('keeps its markup, attributes in order, references as written', () => {
    expect(safe('<P title="x &lt; y" class=c>caf&eacute; <br>&#8217;</P>')).toBe(
      '<p class="c" title="x &lt; y">caf&eacute; <br />&#8217;</p>',
    );
  });

  it('has its addresses made absolute', () => {
    expect(safe('<a href="c?x=1&amp;y=2">d</a><img src=/i>')).toBe(
      '<a href="http://a.org/b/c?x=1&amp;y=2">d</a><img src="http://a.org/i" />',
    );
  });

  it('closes what it opens', () => {
    expect(safe('<ul><li>a<li>b')).toBe('<ul><li>a</li><li>b</li></ul>');
  });

  it('reads XHTML in which empty elements are closed by a slash', () => {
    expect(safe('<p/>x<br/>')).toBe('<p></p>x<br />');
  });

  it('keeps text that looks like a declaration, and bytes that pass for characters', () => {
    expect(safe("<!' x")).toBe("&lt;!' x");
    expect(safe('don&#146;t')).toBe('don&#x2019;t');
  });

  it('keeps drawings and formulas, in their own spelling', () => {
    expect(safe('<svg baseprofile="full"><lineargradient/><circle r="1"/></svg>')).toContain(
      '<svg baseProfile="full" xmlns="http://www.w3.org/2000/svg"><linearGradient>',
    );
    expect(safe('<math><mi xlink:href="#x">a</mi></math>')).toBe(
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi xlink:href="http://a.org/b/#x" xmlns:xlink="http://www.w3.org/1999/xlink">a</mi></math>',
    );
  });
});

describe('HTML that means harm', () => {
  it.each([
    ['<script>alert(1)</script>x', 'x'],
    ['<style>*{}</style>x', 'x'],
    ['<a href="javascript:alert(1)">x</a>', '<a href="">x</a>'],
    ['<a href="java&#115;cript&colon;alert(1)">x</a>', '<a href="">x</a>'],
    [
      '<a href="javascript&amp;#58;alert(1)">x</a>',
      '<a href="http://a.org/b/javascript&amp;#58;alert(1)">x</a>',
    ],
    ['<a href=" java\tscript:x">x</a>', '<a href="">x</a>'],
    ['<img src="data:text/html,x">', '<img />'],
    ['<img src=x onerror=alert(1)>', '<img src="http://a.org/b/x" />'],
    ['<iframe src="//x"></iframe>y', 'y'],
    ['<object data="x"><embed src=y></object>z', 'z'],
    ['<base href="http://evil/"><meta http-equiv=refresh>x', 'x'],
    [
      '<svg><a xlink:href="javascript:x"><animate attributeName=href to=javascript:x></a></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><a xmlns:xlink="http://www.w3.org/1999/xlink"></a></svg>',
    ],
    ['<p style="position:fixed">x</p>', '<p>x</p>'],
    [
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
      '<noscript><p title="&lt;/noscript&gt;&lt;img src=x onerror=alert(1)&gt;"></p></noscript>',
    ],
    ['<constructor onclick=x>y</constructor>', 'y'],
  ])('is inert: %s', (html, expected) => {
    expect(safe(html)).toBe(expected);
  });

  it('has no handler, no script and no running address left, whatever is thrown at it', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '=',
        ' ',
        '/',
        '&',
        ';',
        '<a href=',
        'javascript:',
        '&#106;avascript:',
      ],
      ...[
        '<script',
        '</script>',
        '<svg',
        '<math>',
        '<style>',
        'onload=x',
        '<img src=',
        '<!--',
        '-->',
      ],
      ...['<title>', '<textarea>', '<noscript>', '<![CDATA[', ']]>', 'xlink:href=', '&colon;', 'x'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const seen: string[] = [];
        const parser = new Parser({
          onopentag: (name, attributes) => {
            seen.push(name, ...Object.keys(attributes));
            for (const [key, value] of Object.entries(attributes))
              if (/href|src/.test(key)) expect(isInert(value)).toBe(true);
          },
        });
        parser.end(safe(pieces.join('')));
        expect(seen.filter((name) => /^on|^script$|^style$|^iframe$/.test(name))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a text construct', () => {
  const construct = { language: null, base: 'http://a.org/', src: null };
  it('is made safe when it is HTML, and left alone when it is not', () => {
    const value = '<b onclick="x">y</b>';
    expect(renderText({ ...construct, value, type: 'text/html' })).toBe('<b>y</b>');
    expect(renderText({ ...construct, value, type: 'text/plain' })).toBe(value);
  });

  it('can be read without its markup', () => {
    expect(textOfHtml('a<br>b &amp; <b class="x">c</b> 1 < 2')).toBe('a b &  c  1 < 2');
  });
});
