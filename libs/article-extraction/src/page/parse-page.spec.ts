import { describe, expect, it } from '@jest/globals';
import { pageOf } from '../testing/evidence-of.js';
import { outline } from '../testing/outline.js';
import { parsePage } from './parse-page.js';
import { textOf } from './page-element.js';

const read = (html: string): string => outline(pageOf(html).root);

describe('a page’s frame', () => {
  it.each([
    ['', 'html'],
    ['Bread', 'html(Bread)'],
    ['<p>Bread', 'html(p(Bread))'],
    ['<head><title>Bread</title><p>x', 'html(head(title(Bread)) p(x))'],
    ['<body><p>x</body></html><p>y', 'html(body(p(x) p(y)))'],
    ['<html><head><meta name=a><div>x<meta name=b>', 'html(head(meta) div(x meta))'],
  ])('may lack any part, or have it late: %s', (html, tree) => expect(read(html)).toBe(tree));

  it('is one, however often it begins', () => {
    const html =
      '<html lang=en><body class=a><p>x</p><html lang=de dir=rtl><body class=b id=c><p>y';
    const { root, elements } = pageOf(html);
    expect(outline(root)).toBe('html(body(p(x) p(y)))');
    expect([root.get('lang'), root.get('dir')]).toEqual(['en', 'rtl']);
    expect([elements[1]?.get('class'), elements[1]?.get('id')]).toEqual(['a', 'c']);
  });

  it('is not told by comments, declarations and instructions', () => {
    expect(read('<!DOCTYPE html><?xml version="1.0"?><p>a<!-- <p>b --><![CDATA[c]]>d')).toBe(
      'html(p(ad))',
    );
  });

  it('is read in whatever case it is written', () => {
    const { root, elements } = pageOf('<DIV CLASS="A"><P>x</p></dIv>y');
    expect(outline(root)).toBe('html(div(p(x)) y)');
    expect(elements[1]?.get('class')).toBe('A');
  });
});

describe('an attribute', () => {
  const first = (html: string) => pageOf(html).elements[1];

  it('counts as first given', () => {
    expect(first('<p class="a" CLASS="b">')?.get('class')).toBe('a');
    expect(first('<p class="" class="b">')?.get('class')).toBe('');
  });

  it('has its entities decoded, quoted or not', () => {
    expect(first('<a href="/?a=1&amp;b=&#50;">')?.get('href')).toBe('/?a=1&b=2');
    expect(first('<a href=/?a=1&amp;b=2>')?.get('href')).toBe('/?a=1&b=2');
    expect(first('<a href="/?a=1&copy=2">')?.get('href')).toBe('/?a=1&copy=2');
  });

  it('is kept where it is evidence, and never as an image’s data', () => {
    const image = first('<img src="data:image/gif;base64,R0" data-src="/a.jpg" onclick="x()">');
    expect([...(image?.attributes ?? [])]).toEqual([['data-src', '/a.jpg']]);
  });

  it('that is hostile is no property of every object', () => {
    expect(first('<p __proto__=x constructor=y>')?.attributes.size).toBe(0);
  });
});

describe('the text of a page', () => {
  it.each([
    ['<p>Fish &amp; chips &lt;b&gt; &eacute;&#x20AC;&#8364;', 'Fish & chips <b> é€€'],
    ['<p>&lt<b>&am</b>p; &#65<i>;</i>&NotEqualTilde;', '<&amp; A;≂̸'],
    ['<xmp>&lt;</xmp>&lt;<plaintext>&gt;', '&lt;\n<\n&gt;'],
    ['<p>AT&T, 2 < 3, &nosuch; &amp', 'AT&T, 2 < 3, &nosuch; &'],
    ['<p>وصل <b>الرئيس</b> إلى ‏كابول', 'وصل الرئيس إلى ‏كابول'],
    ['<p>政府は<b>火曜日</b>、発表した。𠮷野家', '政府は火曜日、発表した。𠮷野家'],
    ['<p>a\u0000b \ud800 c&#0;&#xD800;', 'a\u0000b \ud800 c\ufffd\ufffd'],
  ])('is what its readers see: %s', (html, text) => {
    expect(textOf(pageOf(html).root).trim()).toBe(text);
  });
});

describe('a page that is too much', () => {
  it.each([
    ['ERR_ARTICLE_TOO_DEEP', '<div>'.repeat(401)],
    ['ERR_ARTICLE_TOO_DEEP', '<b>'.repeat(401)],
    ['ERR_ARTICLE_TOO_COMPLEX', '<br>'.repeat(150_001)],
    ['ERR_ARTICLE_TOO_COMPLEX', '</b>'.repeat(150_001)],
  ])('is refused as %s', (code, html) => {
    expect(parsePage(html)).toMatchObject({ kind: 'rejected', code });
  });

  it('is not one with many levels that have ended', () => {
    expect(parsePage('<div><b></b></div>'.repeat(1_000)).kind).toBe('page');
    expect(parsePage('<div>'.repeat(399)).kind).toBe('page');
  });
});
