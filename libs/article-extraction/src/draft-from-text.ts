import type { ArticleHints } from './article-extractor.port.js';
import type { ArticleDraft } from './draft.js';
import { isBelievable } from './metadata/date-value.js';
import { parseDate } from './metadata/parse-date.js';
import { readTextDocument } from './text/read-text-document.js';

/** A plain text document as a draft; what it doesn't say is taken from the hints. */
export function draftFromText(text: string, hints: ArticleHints): ArticleDraft {
  const { publishedAt, modifiedAt, authors, ...document } = readTextDocument(text);
  const firstOf = (...dates: readonly (string | null)[]): string | null =>
    dates.find((date) => date !== null && isBelievable(date, hints.fetchedAt)) ?? null;
  const hinted = hints.publishedAt === undefined ? null : parseDate(hints.publishedAt);
  return {
    kind: 'draft',
    pageType: 'article',
    declaredLanguage: '',
    ...document,
    publishedAt: firstOf(publishedAt, hinted, modifiedAt),
    modifiedAt: firstOf(modifiedAt),
    authors: authors.length > 0 ? authors : (hints.authors ?? []),
    canonicalUrl: null,
    images: [],
  };
}
