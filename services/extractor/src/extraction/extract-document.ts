import type { ArticleExtractor } from '@tocsin/article-extraction';
import type { Article, Mention } from '@tocsin/contracts';
import { openBody } from '../body/open-body.js';
import type { DocumentResult, StoredDocument } from './document-extraction.port.js';

/** What the incident extraction offers: all mentions of an article, possibly none. */
export interface MentionExtractor {
  readonly version: string;
  extract(article: Article): readonly Mention[];
}

export const joinedVersion = (
  articles: { version: string },
  mentions: { version: string },
): string => `${articles.version}+${mentions.version}`;

/** The body opened and both extractions in a row, as one function of the document. */
export function documentExtractor(
  articles: ArticleExtractor,
  mentions: MentionExtractor,
): (document: StoredDocument) => DocumentResult {
  const extractorVersion = joinedVersion(articles, mentions);
  return ({ body, ...input }) => {
    const bytes = openBody(body);
    if ('kind' in bytes) return bytes;
    const result = articles.extract({ ...input, bytes });
    if (result.kind === 'rejected') return result;
    const article = { ...result.article, extractorVersion };
    return { kind: 'extracted', article, mentions: mentions.extract(article) };
  };
}
