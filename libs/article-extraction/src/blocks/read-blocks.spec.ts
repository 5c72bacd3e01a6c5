import { describe, expect, it } from '@jest/globals';
import { pageOf } from '../testing/evidence-of.js';
import { readBlocks } from './read-blocks.js';

const blocks = (html: string) => readBlocks(pageOf(html).root);
const texts = (html: string) => blocks(html).map(({ text }) => text);

describe('the blocks of a page', () => {
  it.each([
    ['<p>a</p>b<p>c', ['a', 'b', 'c']],
    ['<div>a <b>b</b>\n c<p>d</p>e</div>', ['a b c', 'd', 'e']],
    ['<ul><li>a<li>b <a href=x>c</a></ul>', ['a', 'b c']],
    ['<table><tr><td>a<td>b</table>', ['a', 'b']],
    ['<p> \n&nbsp;</p><p>a&nbsp; b', ['a b']],
    ['<head><title>a</title></head><body>b', ['b']],
    ['<x-card>a<span>b</span></x-card>c', ['abc']],
  ])('are runs of text between the borders of elements: %s', (html, all) =>
    expect(texts(html)).toEqual(all),
  );

  it('are parted by two line breaks, not by one', () => {
    expect(texts('a<br>b<br><br>c<br> \n<br>d<br/>')).toEqual(['a b', 'c', 'd']);
  });

  it('know the element around them that is no inline one', () => {
    const [first, second] = blocks('<div class=x><p><b>a</b></p><a>b</a></div>');
    expect([first?.element.name, second?.element.name]).toEqual(['p', 'div']);
  });

  it('leave out what is there for screen readers alone, inside a line', () => {
    expect(texts('<p>a<span class="sr-only">x</span>b<b hidden>x</b>c')).toEqual(['abc']);
    expect(
      texts('<p>a<i style="color:red; display : none">x</i><i class=visuallyHidden>x'),
    ).toEqual(['a']);
  });
});

describe('a block’s share', () => {
  const block = (html: string) => blocks(html)[0];

  it('of links is that of its characters, however the link is marked up', () => {
    expect(block('<p><a><b>12345</b></a>67890')?.linkDensity).toBe(0.5);
    expect(block('<p><a> 1234567890 </a></p>')?.linkDensity).toBe(1);
    expect(block('<p>1234567890')?.linkDensity).toBe(0);
  });

  it('of emphasis is that of its characters', () => {
    expect(block('<p><b>123</b>456<em>7<i>8</i></em>90')?.emphasis).toBe(0.5);
  });

  it('begins anew with each block', () => {
    const [, second] = blocks('<p><a><b>1234567890</b></a></p><p>1234567890');
    expect(second).toMatchObject({ linkDensity: 0, emphasis: 0 });
  });

  it('of a block in a link is the link’s', () => {
    expect(blocks('<a><div>123</div><p>456</a>')).toMatchObject([
      { linkDensity: 1 },
      { linkDensity: 1 },
    ]);
  });
});
