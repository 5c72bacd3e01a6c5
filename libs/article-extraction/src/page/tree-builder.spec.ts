import { describe, expect, it } from '@jest/globals';
import { pageOf } from '../testing/evidence-of.js';
import { outline } from '../testing/outline.js';

const read = (html: string): string => outline(pageOf(`<body>${html}`).elements[1]!).slice(5, -1);

describe('an element without its end tag', () => {
  it.each([
    ['a<br>b<hr>c<img>d<input>e<wbr>f', 'a br b hr c img d input e wbr f'],
    ['<p>a<p>b<div>c</div>d', 'p(a) p(b) div(c) d'],
    [
      '<p>a<ul><li>b<li>c<ul><li>d<li>e</ul>f<li>g</ul>h',
      'p(a) ul(li(b) li(c ul(li(d) li(e)) f) li(g)) h',
    ],
    ['<ul><li><p>a<li>b</ul>', 'ul(li(p(a)) li(b))'],
    ['<dl><dt>a<dd>b<dt>c<dd>d</dl>e', 'dl(dt(a) dd(b) dt(c) dd(d)) e'],
    ['<table><tr><td>a<td>b<tr><th>c</table>d', 'table(tr(td(a) td(b)) tr(th(c))) d'],
    ['<table><thead><tr><th>a<tbody><tr><td>b</table>', 'table(thead(tr(th(a))) tbody(tr(td(b))))'],
    [
      '<table><tr><td>a<table><tr><td>b<tr><td>c</table>d<td>e</table>',
      'table(tr(td(a table(tr(td(b)) tr(td(c))) d) td(e)))',
    ],
    ['<p>a<table><tr><td><p>b</table>c', 'p(a) table(tr(td(p(b)))) c'],
    ['<p>a<h2>b</h2>c', 'p(a) h2(b) c'],
    ['<a>b<a>c</a>d', 'a(b) a(c) d'],
  ])('ends where the standard says: %s', (html, tree) => expect(read(html)).toBe(tree));
});

describe('an end tag', () => {
  it.each([
    ['a</b></p></div></li></x-y>b', 'ab'],
    ['<div><b>a</div>b', 'div(b(a)) b'],
    ['<div>a</span>b</div>c', 'div(ab) c'],
    ['<p><b><i>a</b>b</i>c', 'p(b(i(a)) bc)'],
    ['<ul><li>a</ul></li>b', 'ul(li(a)) b'],
    ['<div><table><tr><td>a</div>b</table>c</div>d', 'div(table(tr(td(a b))) c) d'],
    ['<section><div>a</section>b', 'section(div(a)) b'],
    ['a</br>b', 'a br b'],
  ])('that nothing, or something else, is open for ends no more than it may: %s', (html, tree) => {
    expect(read(html)).toBe(tree);
  });

  it('of a link with a block in it ends the link with the block', () => {
    expect(read('<a><div>block</a>text</div>after')).toBe('a(div(block text)) after');
    expect(read('<a><div><p>block</a>text</p></div><p>after')).toBe(
      'a(div(p(block text))) p(after)',
    );
  });
});

describe('what is no text of the page', () => {
  it.each([
    'script',
    'style',
    'svg',
    'noscript',
    'template',
    'iframe',
    'select',
    'textarea',
    'button',
    'object',
    'canvas',
  ])('is left out: %s', (name) => expect(read(`a<${name} class=x>hidden</${name}>b`)).toBe('ab'));

  it('ends with its own end tag, not with one of its like in it', () => {
    expect(read('a<svg><svg><path/></svg><text>x</text></svg>b')).toBe('ab');
    expect(read('a<template><div><template>x</template></div>y</template>b')).toBe('ab');
    expect(read('a<script>document.write("<script>x<\\/script>")</script>b')).toBe('ab');
    expect(read('a<style>p > b { content: "</p>" }</style>b')).toBe('ab');
  });

  it('is a drawing without content where it closes itself', () => {
    expect(read('a<svg class="x" />b')).toBe('ab');
    expect(read('a<svg><svg/></svg>b')).toBe('ab');
  });

  it('is a script that closes itself, up to the next one’s end', () => {
    expect(read('a<script src=x />hidden<script>x</script>b')).toBe('ab');
  });
});

describe('structured data', () => {
  const data = (html: string) => pageOf(html).structuredData;

  it('is set apart as written, wherever it stands', () => {
    const html =
      '<head><script type="application/ld+json">{"a":1}</script></head>' +
      '<p>x<script type="APPLICATION/LD+JSON; charset=utf-8">{"b":2}</script>y<script>{"c":3}</script>';
    expect(data(html)).toEqual(['{"a":1}', '{"b":2}']);
    expect(outline(pageOf(html).root)).toBe('html(head p(xy))');
  });

  it('is raw text: nothing in it is mark-up or an entity', () => {
    const json = '{"a":"1 < 2 <b>&amp;&lt;</b> <!-- x --> <p"}';
    expect(data(`<script type=application/ld+json>${json}</script>`)).toEqual([json]);
  });

  it('is none where it never ends', () => {
    expect(data('<script type=application/ld+json>{"a":1}')).toEqual([]);
  });
});
