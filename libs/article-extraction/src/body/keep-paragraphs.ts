import type { Block } from './blocks.js';
import { isBoilerplateText } from './boilerplate-text.js';

/** Above this share of linked characters a short block is a link to elsewhere, not a sentence. */
const LINK_SHARE = 0.8;
/** The title stands again only in the article's head; further down it may be a quotation. */
const HEAD_BLOCKS = 6;
const SENTENCE_END = /[.!?…。！？।؟][")\]”’»]*$/u;

/** The blocks that are the article's, in order: no title again, no links alone, no known phrases. */
export function keepParagraphs(blocks: readonly Block[], title: string): string[] {
  return blocks
    .filter((block) => !isBoilerplateText(block.text) && !isLinkOnly(block))
    .map((block) => block.text)
    .filter((text, index) => index >= HEAD_BLOCKS || !sameWords(text, title));
}

function isLinkOnly(block: Block): boolean {
  return block.linkDensity >= LINK_SHARE && !SENTENCE_END.test(block.text);
}

const sameWords = (a: string, b: string): boolean => words(a) !== '' && words(a) === words(b);
const words = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
