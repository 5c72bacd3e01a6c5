/** The little of the DOM that is needed to read a tree's text; nodes as linkedom makes them. */
export interface TreeNode {
  /** 1 element, 3 text. */
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<TreeNode>;
}

const ELEMENT = 1;
const TEXT = 3;

/** Elements within a line, by the HTML standard's "phrasing content"; all others part the text. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby ' +
    's samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** The text of a tree block by block, in reading order; blanks are folded, empty blocks left out. */
export function textBlocks(root: TreeNode): string[] {
  const blocks: string[] = [''];
  const visit = (node: TreeNode) => {
    if (node.nodeType === TEXT) blocks[blocks.length - 1] += node.textContent ?? '';
    if (node.nodeType !== ELEMENT) return;
    const parts = !INLINE.has(node.localName ?? '');
    if (parts) blocks.push('');
    for (const child of node.childNodes) visit(child);
    if (parts) blocks.push('');
  };
  visit(root);
  return blocks.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}
