import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { textBlocks, type TreeNode } from './text-blocks.js';

/** What Readability made of a page; null where it found no article. */
export type ReadabilityArticle = ReturnType<Readability['parse']>;

/** How the peer is named in tables. */
export const READABILITY = 'readability+linkedom';

/** A page by Mozilla Readability on linkedom, with its defaults. @throws whatever they throw */
export function readArticle(html: string): ReadabilityArticle {
  return new Readability(documentOf(html)).parse();
}

/**
 * The article's text, its blocks parted by blank lines: `textContent` would glue the words of
 * neighbouring blocks together. Empty where there is no article.
 *
 * @throws whatever Readability and linkedom throw
 */
export function readText(html: string): string {
  const serializer = (element: unknown) => element as TreeNode;
  const article = new Readability<TreeNode>(documentOf(html), { serializer }).parse();
  return article?.content ? textBlocks(article.content).join('\n\n') : '';
}

function documentOf(html: string) {
  // linkedom takes a fragment's first element for the document's: the frame must be there.
  const framed = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  return parseHTML(framed).document;
}
