import type { PageElement } from '../page/page-element.js';

/** One run of text between the borders of blocks: a paragraph, a heading, a list's item, a label. */
export interface Block {
  /** One line, white space collapsed. */
  readonly text: string;
  /** The element that the text stands in directly, inline elements apart. */
  readonly element: PageElement;
  /** Share of the text's characters that are inside links, 0 to 1. */
  readonly linkDensity: number;
  /** Share of the text's characters that are inside `em`, `i`, `b` or `strong`, 0 to 1. */
  readonly emphasis: number;
}
