import type { PageElement, PageNode } from '../parse/dom.js';
import { isElement, isText } from '../parse/dom.js';
import { oneLine } from '../text/whitespace.js';

/** One block of text with what the clean-up decides on. */
export interface Block {
  readonly text: string;
  /** The element that the text stands in directly. */
  readonly element: PageElement;
  /** Share of the text's characters that are inside links, 0 to 1. */
  readonly linkDensity: number;
  /** Share of the text's characters that are inside `em`, `i`, `b` or `strong`. */
  readonly emphasis: number;
}

const BLOCK = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const EMPHASIS = new Set(['em', 'i', 'b', 'strong']);

/** The blocks of a subtree in reading order, without those whose element `skip` refuses. */
export function readBlocks(root: PageElement, skip: (element: PageElement) => boolean): Block[] {
  const reader = new BlockReader(skip);
  reader.enter(root, { link: false, emphasis: false });
  reader.flush(root);
  return reader.blocks;
}

interface Within {
  readonly link: boolean;
  readonly emphasis: boolean;
}

class BlockReader {
  readonly blocks: Block[] = [];
  private parts: string[] = [];
  private linked = 0;
  private emphasised = 0;

  constructor(private readonly skip: (element: PageElement) => boolean) {}

  enter(element: PageElement, within: Within): void {
    for (const child of element.childNodes) this.child(child, element, within);
  }

  private child(node: PageNode, parent: PageElement, within: Within): void {
    if (isText(node)) return this.text(node.textContent ?? '', within);
    if (!isElement(node)) return;
    if (this.skip(node)) return this.flush(parent);
    const name = node.localName;
    if (name === 'br') {
      // Two breaks in a row are how old pages part paragraphs; one is a line's end.
      if (this.parts.at(-1) === '\n') return this.flush(parent);
      this.parts.push('\n');
      return;
    }
    if (!BLOCK.has(name)) {
      this.enter(node, {
        link: within.link || name === 'a',
        emphasis: within.emphasis || EMPHASIS.has(name),
      });
      return;
    }
    this.flush(parent);
    this.enter(node, within);
    this.flush(node);
  }

  private text(text: string, within: Within): void {
    if (text.trim() === '') {
      // White space between two breaks must not hide that they are a pair.
      if (this.parts.at(-1) !== '\n') this.parts.push(' ');
      return;
    }
    this.parts.push(text);
    if (within.link) this.linked += text.trim().length;
    if (within.emphasis) this.emphasised += text.trim().length;
  }

  flush(element: PageElement): void {
    const text = oneLine(this.parts.join(''));
    if (text !== '') {
      this.blocks.push({
        text,
        element,
        linkDensity: Math.min(1, this.linked / text.length),
        emphasis: Math.min(1, this.emphasised / text.length),
      });
    }
    this.parts = [];
    this.linked = 0;
    this.emphasised = 0;
  }
}
