import type { PageElement, PageNode } from '../page/page-element.js';
import { isInline } from '../page/page-element.js';
import { oneLine } from '../text/whitespace.js';
import type { Block } from './block.js';

const EMPHASIS = new Set(['em', 'i', 'b', 'strong']);
const UNSEEN = / (?:sr only|sronly|visually hidden|visuallyhidden|screen reader|hidden visually) /;

/** All blocks of a subtree in reading order; what stands in the head is no block. */
export function readBlocks(root: PageElement): Block[] {
  const reader = new BlockReader();
  reader.enter(root, root, false, false);
  reader.flush(root);
  return reader.blocks;
}

class BlockReader {
  readonly blocks: Block[] = [];
  private text = '';
  private linked = 0;
  private emphasised = 0;
  private broken = false;

  /** @param block the nearest element around `element` that is no inline one */
  enter(element: PageElement, block: PageElement, link: boolean, emphasis: boolean): void {
    for (const child of element.children) this.child(child, block, link, emphasis);
  }

  private child(node: PageNode, block: PageElement, link: boolean, emphasis: boolean): void {
    if (typeof node === 'string') return this.add(node, link, emphasis);
    const { name } = node;
    if (name === 'head') return;
    if (name === 'br') return this.lineBreak(block);
    if (isInline(name)) {
      if (isUnseen(node)) return;
      this.enter(node, block, link || name === 'a', emphasis || EMPHASIS.has(name));
      return;
    }
    this.flush(block);
    this.enter(node, node, link, emphasis);
    this.flush(node);
  }

  /** Two breaks in a row are how old pages part paragraphs; one is a line's end. */
  private lineBreak(block: PageElement): void {
    if (this.broken) return this.flush(block);
    this.text += '\n';
    this.broken = true;
  }

  private add(text: string, link: boolean, emphasis: boolean): void {
    this.text += text;
    if (!/\S/.test(text)) return;
    this.broken = false;
    if (!link && !emphasis) return;
    const { length } = text.trim();
    if (link) this.linked += length;
    if (emphasis) this.emphasised += length;
  }

  flush(element: PageElement): void {
    const text = this.text === '' ? '' : oneLine(this.text);
    if (text !== '') {
      const linkDensity = Math.min(1, this.linked / text.length);
      const emphasis = Math.min(1, this.emphasised / text.length);
      this.blocks.push({ text, element, linkDensity, emphasis });
    }
    this.text = '';
    this.linked = 0;
    this.emphasised = 0;
    this.broken = false;
  }
}

/** Text that is there for screen readers alone repeats or explains what is seen. */
function isUnseen(element: PageElement): boolean {
  if (element.attributes.size === 0) return false;
  return (
    element.attributes.has('hidden') ||
    /display\s*:\s*none/i.test(element.get('style')) ||
    UNSEEN.test(element.names)
  );
}
