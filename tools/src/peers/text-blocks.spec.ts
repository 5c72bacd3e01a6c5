import { describe, expect, it } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { textBlocks, type TreeNode } from './text-blocks.js';

const blocksOf = (html: string) => {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return textBlocks(document.body as unknown as TreeNode);
};

describe('the text of a tree', () => {
  it('keeps what stands in one line together', () => {
    expect(blocksOf('<p>a<b>b</b><a href="#">c</a> <i>d</i></p>')).toEqual(['abc d']);
  });

  it('never glues neighbouring blocks', () => {
    expect(blocksOf('<div>a<p>b</p>c</div><h2>d</h2><section>e<br>f</section>')).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
    ]);
  });

  it('folds blanks and leaves out comments and what is empty', () => {
    expect(blocksOf('<p>\n a \n b\n</p><!-- c --><p> </p>')).toEqual(['a b']);
  });
});
