import type { ArticleHints } from './article-extractor.port.js';
import type { ArticleDraft } from './draft.js';
import { isBelievable } from './metadata/dates.js';
import { parseDate } from './metadata/parse-date.js';
import { readTextDocument } from './text/read-text-document.js';

/** A plain text document as a draft; what it doesn't say is taken from the hints. */
export function draftFromText(text: string, hints: ArticleHints): ArticleDraft {
  const { publishedAt, ...document } = readTextDocument(text);
  const dates = [publishedAt, hints.publishedAt ? parseDate(hints.publishedAt) : null];
  return {
    kind: 'draft',
    ...document,
    publishedAt: dates.find((date) => date !== null && isBelievable(date, hints.fetchedAt)) ?? null,
    modifiedAt: null,
    authors: hints.authors ?? [],
    canonicalUrl: null,
    images: [],
  };
}
