import { describe, expect, it } from '@jest/globals';
import { MAX_DEPTH, scanPage } from './scan-page.js';

const html = (source: string) => {
  const result = scanPage(source);
  if (result.kind === 'rejected') throw new Error(result.code);
  return result.html;
};

describe('the scan before a tree is built', () => {
  it('drops what carries no text and keeps the rest as it is', () => {
    const source = '<p class="a">One<script>x</script> <b>two</b><!-- no --><svg><g/></svg></p>';
    expect(html(source)).toBe('<p class="a">One <b>two</b></p>');
  });

  it('keeps only attributes that are evidence', () => {
    expect(html('<p onclick="x()" id="k" data-x="1">a</p>')).toBe('<p id="k">a</p>');
  });

  it('escapes again what it has decoded', () => {
    expect(html('<p title="a &quot;b&quot;">1 &lt; 2 &amp; 3</p>')).toBe(
      '<p title="a &quot;b&quot;">1 &lt; 2 &amp; 3</p>',
    );
  });

  it('sets structured data apart', () => {
    const result = scanPage('<script type="application/ld+json">{"a":1}</script><p>x</p>');
    expect(result).toMatchObject({ structuredData: ['{"a":1}'], html: '<p>x</p>' });
  });

  it('lets through what is just deep enough', () => {
    expect(scanPage('<div>'.repeat(MAX_DEPTH)).kind).toBe('page');
  });
});

/** Each hostile shape as a function of its size. */
const shapes: Readonly<Record<string, (n: number) => string>> = {
  'nested elements': (n) => '<div>'.repeat(n),
  'nested inline elements': (n) => '<b><i>'.repeat(n),
  'open angles': (n) => '<'.repeat(n * 40),
  entities: (n) => '&lt;'.repeat(n * 40),
  attributes: (n) => `<p ${Array.from({ length: n * 40 }, (_, i) => `a${i}=1 id=x`).join(' ')}>`,
  'flat elements': (n) => '<p>x'.repeat(n * 40),
  'stray ends': (n) => '</b>'.repeat(n * 10),
};

describe('a hostile page', () => {
  it.each(Object.keys(shapes))('of %s is refused or costs no more than its length', (name) => {
    const make = shapes[name] ?? (() => '');
    for (const n of [1_000, 2_000, 4_000]) {
      const source = make(n);
      const result = scanPage(source);
      // What is passed on is what all later steps work on: it must stay in proportion to the input.
      if (result.kind === 'page') expect(result.html.length).toBeLessThan(5 * source.length);
      else expect(result.code).toMatch(/^ERR_ARTICLE_TOO_/);
    }
  });
});
