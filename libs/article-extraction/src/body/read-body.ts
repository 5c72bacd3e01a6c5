import type { Image } from '@tocsin/contracts';
import type { PageElement } from '../parse/dom.js';
import { readBlocks } from './blocks.js';
import { boilerplateTest } from './boilerplate-elements.js';
import { keepParagraphs } from './keep-paragraphs.js';
import { readImages } from './images.js';

/** The article's own text, and its images with their captions apart. */
export interface Body {
  readonly paragraphs: readonly string[];
  readonly images: readonly Image[];
}

/** Reads paragraphs, captions and images out of the element that holds the article. */
export function readBody(root: PageElement, title: string, url: string): Body {
  const images = readImages(root, url);
  const captions = new Set(images.map((image) => image.caption));
  const blocks = readBlocks(root, boilerplateTest(root)).filter(
    (block) => !captions.has(block.text),
  );
  return { paragraphs: keepParagraphs(blocks, title), images };
}
