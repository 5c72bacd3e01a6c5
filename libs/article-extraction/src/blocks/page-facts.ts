import type { Page, PageElement } from '../page/page-element.js';
import type { Block } from './block.js';
import { Marks } from './marks.js';
import type { TextShape } from './text-shape.js';
import { textShape } from './text-shape.js';

/** What the page says of its article elsewhere; empty where it says nothing. */
export interface Statements {
  readonly title: string;
  readonly description: string;
  /** The structured data's `articleBody`. */
  readonly articleBody: string;
  readonly authors: readonly string[];
  readonly siteName: string;
}

/** All that the features of a page's blocks are made of; lengths are UTF-16 code units. */
export interface PageFacts {
  readonly page: Page;
  readonly blocks: readonly Block[];
  readonly shapes: readonly TextShape[];
  /** Whether a block reads as prose: long, of sentences, not made of links. */
  readonly prose: readonly boolean[];
  readonly marks: Marks;
  /** By element number: all text in the subtree. */
  readonly textIn: Float64Array;
  /** By element number: prose in the subtree. */
  readonly proseIn: Float64Array;
  /** By element number: prose that stands in the element itself or in its paragraphs. */
  readonly proseOf: Float64Array;
  /** By element number: images in the subtree. */
  readonly imagesIn: Float64Array;
  /** By element number: blocks in the subtree. */
  readonly blocksIn: Float64Array;
  /** By block: what holds the block and its like. */
  readonly containers: readonly PageElement[];
  readonly statements: Statements;
}

const MIN_PROSE = 80;
const MAX_LINKS = 0.35;

export function pageFacts(page: Page, blocks: readonly Block[], statements: Statements): PageFacts {
  const size = page.elements.length;
  const shapes = blocks.map((block) => textShape(block.text));
  const prose = blocks.map((block, at) => isProse(block, shapes[at]));
  const textIn = new Float64Array(size);
  const proseIn = new Float64Array(size);
  const proseOf = new Float64Array(size);
  const direct = new Uint16Array(size);
  for (const { element } of blocks)
    direct[element.order] = Math.min(9, (direct[element.order] ?? 0) + 1);
  const containers = blocks.map(({ element }) =>
    (direct[element.order] ?? 0) > 1 || element.parent === null ? element : element.parent,
  );
  blocks.forEach(({ element, text }, at) => {
    add(textIn, element.order, text.length);
    if (prose[at] !== true) return;
    add(proseIn, element.order, text.length);
    add(proseOf, containers[at]?.order ?? 0, text.length);
  });
  const imagesIn = new Float64Array(size);
  const blocksIn = new Float64Array(size);
  for (const { name, order } of page.elements) if (name === 'img') add(imagesIn, order, 1);
  for (const { element } of blocks) add(blocksIn, element.order, 1);
  sumUp(page, [imagesIn, blocksIn, textIn, proseIn]);
  const marks = new Marks(page, textIn, imagesIn);
  return {
    page,
    blocks,
    shapes,
    prose,
    marks,
    textIn,
    proseIn,
    proseOf,
    imagesIn,
    blocksIn,
    containers,
    statements,
  };
}

/** Adds to each element what its children hold: children stand after their parents. */
export function sumUp(page: Page, sums: readonly Float64Array[]): void {
  const { elements } = page;
  for (let order = elements.length - 1; order > 0; order--) {
    const parent = elements[order]?.parent?.order ?? 0;
    for (const sum of sums) sum[parent] = (sum[parent] ?? 0) + (sum[order] ?? 0);
  }
}

export function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}

function isProse({ text, linkDensity }: Block, shape: TextShape | undefined): boolean {
  // CJK says in one letter what others say in several.
  const length =
    text.length + (shape === undefined ? 0 : Math.max(0, 3 * (shape.words - text.length / 5)));
  return length >= MIN_PROSE && linkDensity < MAX_LINKS && (shape?.stops ?? 0) > 0;
}
