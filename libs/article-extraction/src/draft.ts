import type { Article, Image } from '@tocsin/contracts';

/** What both kinds of document are read into, before ids, language and fingerprint are added. */
export interface ArticleDraft {
  readonly kind: 'draft';
  readonly pageType: Article['pageType'];
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly authors: readonly string[];
  readonly siteName: string | null;
  readonly section: string | null;
  /** As the page writes it; empty where it declares none. */
  readonly declaredLanguage: string;
  readonly canonicalUrl: string | null;
  readonly images: readonly Image[];
}
