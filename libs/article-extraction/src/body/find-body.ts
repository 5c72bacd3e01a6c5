import { Readability } from '@mozilla/readability';
import type { PageDocument, PageElement } from '../parse/dom.js';

/**
 * The element that holds the article, found by Mozilla's Readability; null where it finds none.
 * Changes the document: whatever is needed of the rest of the page must be read before.
 */
export function findBody(document: PageDocument): PageElement | null {
  const readability = new Readability<PageElement>(document as never, {
    // Class names are evidence for the clean-up that follows.
    keepClasses: true,
    disableJSONLD: true,
    serializer: (element: unknown) => element as PageElement,
  });
  try {
    return readability.parse()?.content ?? null;
  } catch {
    // Readability throws on trees without a body: such a page has no article.
    return null;
  }
}
