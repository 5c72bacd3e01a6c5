import { describe, expect, it } from '@jest/globals';
import { blockWith, factsOf } from '../testing/facts-of.js';

const prose = 'The price of bread rose again on Monday, the ministry of trade said in a statement.';

describe('prose', () => {
  const isProse = (html: string): boolean | undefined => factsOf(html).prose[0];

  it.each([
    `<p>${prose}`,
    `<li>${prose} <a>Read on</a>`,
    '<p>政府は火曜日、パンの価格が再び上がったと発表した。小麦の不足が原因だという説明があった。',
  ])('is long, and of sentences: %s', (html) => expect(isProse(html)).toBe(true));

  it.each([
    '<p>The price of bread rose.',
    `<p><a>${prose}</a>`,
    `<p>${prose.replace('.', '').replace(',', '')}`,
    '<p>パンの価格が再び上がった。',
  ])('is not short, nor links, nor without a stop: %s', (html) =>
    expect(isProse(html)).toBe(false),
  );
});

describe('what a page’s elements hold', () => {
  const html = `<div id=a><p>${prose}<p>${prose}<img></div><div id=b><ul><li>one<li>two</ul><img><img></div>`;
  const facts = factsOf(html);
  const order = (id: string) =>
    facts.page.elements.find((each) => each.get('id') === id)?.order ?? -1;

  it('is summed up from below', () => {
    const of = (sums: Float64Array) => [sums[0], sums[order('a')], sums[order('b')]];
    expect(of(facts.textIn)).toEqual([2 * prose.length + 6, 2 * prose.length, 6]);
    expect(of(facts.proseIn)).toEqual([2 * prose.length, 2 * prose.length, 0]);
    expect(of(facts.blocksIn)).toEqual([4, 2, 2]);
    expect(of(facts.imagesIn)).toEqual([3, 1, 2]);
  });

  it('counts as its own where it stands in its paragraphs', () => {
    expect([facts.proseOf[0], facts.proseOf[order('a')]]).toEqual([0, 2 * prose.length]);
  });
});

describe('what holds a block', () => {
  const holder = (html: string, part: string) => {
    const facts = factsOf(html);
    return facts.containers[blockWith(facts, part)]?.get('id');
  };

  it('is the element around its paragraph', () => {
    expect(holder('<div id=a><p id=b>one</p></div>', 'one')).toBe('a');
  });

  it('is its own element where that has several blocks', () => {
    expect(holder('<div id=a><div id=b>one<br><br>two</div></div>', 'one')).toBe('b');
  });
});
