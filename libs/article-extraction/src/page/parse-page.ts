import { Tokenizer } from 'htmlparser2';
import type { Rejection } from '../article-extractor.port.js';
import type { Page } from './page-element.js';
import { TreeBuilder } from './tree-builder.js';

/**
 * Reads a page into a tree in one pass, linear in its length. Hostile nesting and numbers of nodes end
 * the pass at once. Only htmlparser2's tokenizer is used: its parser takes quadratic time on documents
 * that only open elements.
 */
export function parsePage(
  source: string,
): { readonly kind: 'page'; readonly page: Page } | Rejection {
  const builder: TreeBuilder = new TreeBuilder(source, () => tokenizer.pause());
  const tokenizer = new Tokenizer({ decodeEntities: false }, builder);
  tokenizer.write(source);
  if (builder.refusal === undefined) tokenizer.end();
  return builder.refusal ?? { kind: 'page', page: builder.page() };
}
