import { describe, expect, it } from '@jest/globals';
import type { Block } from './blocks.js';
import { keepParagraphs } from './keep-paragraphs.js';

const block = (text: string, linkDensity = 0): Block =>
  ({ text, linkDensity, emphasis: 0, element: null }) as unknown as Block;
const keep = (...blocks: Block[]): string[] => keepParagraphs(blocks, 'Bread dearer again');

describe('the paragraphs of an article', () => {
  it('are kept in order', () => {
    expect(keep(block('One.'), block('Two.'))).toEqual(['One.', 'Two.']);
  });

  it('are not its title again, at the head', () => {
    expect(keep(block('Bread dearer again!'), block('One.'))).toEqual(['One.']);
  });

  it('may repeat the title further down', () => {
    const many = Array.from({ length: 8 }, (_, index) => block(`Sentence ${index}.`));
    expect(keep(...many, block('Bread dearer again'))).toContain('Bread dearer again');
  });

  it('are no links alone, unless the link is a sentence', () => {
    expect(keep(block('Wheat is scarce', 1), block('He said so.', 1))).toEqual(['He said so.']);
  });
});
