import type { ArticleExtractor, ArticleInput } from '@tocsin/article-extraction';
import type { Article, Mention } from '@tocsin/contracts';
import type { DocumentResult } from './document-extraction.port.js';

/** What the incident extraction offers: all mentions of an article, possibly none. */
export interface MentionExtractor {
  readonly version: string;
  extract(article: Article): readonly Mention[];
}

export const joinedVersion = (
  articles: { version: string },
  mentions: { version: string },
): string => `${articles.version}+${mentions.version}`;

/** Both extractions in a row, as one function of the document. */
export function documentExtractor(
  articles: ArticleExtractor,
  mentions: MentionExtractor,
): (input: ArticleInput) => DocumentResult {
  const extractorVersion = joinedVersion(articles, mentions);
  return (input) => {
    const result = articles.extract(input);
    if (result.kind === 'rejected') return result;
    const article = { ...result.article, extractorVersion };
    return { kind: 'extracted', article, mentions: mentions.extract(article) };
  };
}
