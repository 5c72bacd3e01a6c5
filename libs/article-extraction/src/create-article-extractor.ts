import { createHash } from 'node:crypto';
import type { Article, Fingerprint } from '@tocsin/contracts';
import { articleText } from '@tocsin/contracts';
import type {
  ArticleExtractor,
  ArticleInput,
  ExtractionResult,
  Rejection,
} from './article-extractor.port.js';
import { rejected } from './article-extractor.port.js';
import type { BodyModel } from './body/body-model.js';
import { loadBodyModel } from './body/body-model.js';
import { decodeDocument } from './decode/charset.js';
import { documentKind } from './decode/media-type.js';
import type { ArticleDraft } from './draft.js';
import { draftFromPage } from './draft-from-page.js';
import { draftFromText } from './draft-from-text.js';
import { languageOf } from './metadata/language.js';

/** Grows with every change of the rules that changes results. */
export const ARTICLE_EXTRACTOR_VERSION = 'article-2';
/** UTF-16 code units; the largest real article pages are a tenth of it. */
export const MAX_LENGTH = 10_000_000;
const HEAD_LENGTH = 1024;

export interface ArticleExtractorDependencies {
  /** Makes the near-duplicate fingerprint of the article's text. */
  readonly fingerprint: (text: string, language: string | null) => Fingerprint;
}

/** The extractor: decode → parse → evidence → metadata → body → page type → article. */
export function createArticleExtractor(
  dependencies: ArticleExtractorDependencies,
): ArticleExtractor {
  const model = loadBodyModel();
  return {
    version: ARTICLE_EXTRACTOR_VERSION,
    extract(input: ArticleInput): ExtractionResult {
      const draft = draftOf(input, model);
      if (draft.kind === 'rejected') return draft;
      if (draft.paragraphs.length === 0) {
        return rejected('ERR_ARTICLE_EMPTY', 'The document has no paragraph of text.');
      }
      return { kind: 'article', article: toArticle(draft, input, dependencies) };
    },
  };
}

function draftOf(input: ArticleInput, model: BodyModel): ArticleDraft | Rejection {
  const text = 'text' in input ? input.text : decodeDocument(input.bytes, input.contentType);
  if (text.length > MAX_LENGTH) {
    return rejected('ERR_ARTICLE_TOO_LARGE', `More than ${MAX_LENGTH} characters.`);
  }
  const hints = input.hints ?? {};
  switch (documentKind(text.slice(0, HEAD_LENGTH), input.contentType)) {
    case 'html':
      return draftFromPage(text, input.url, hints, model);
    case 'plain':
      return draftFromText(text, hints);
    case 'other':
      return rejected('ERR_ARTICLE_NOT_HTML', 'The document is neither HTML nor plain text.');
  }
}

function toArticle(
  draft: ArticleDraft,
  input: ArticleInput,
  { fingerprint }: ArticleExtractorDependencies,
): Article {
  const body = draft.paragraphs.join('\n\n');
  const language = languageOf(body, draft.declaredLanguage);
  const { kind: _kind, declaredLanguage: _declared, ...fields } = draft;
  const content = {
    ...fields,
    paragraphs: [...draft.paragraphs],
    captions: [...draft.captions],
    authors: [...draft.authors],
    images: [...draft.images],
  };
  return {
    articleId: input.articleId,
    version: input.version,
    url: input.url,
    ...content,
    language,
    textHash: createHash('sha256').update(articleText(content)).digest('hex'),
    fingerprint: fingerprint(body, language),
    extractorVersion: ARTICLE_EXTRACTOR_VERSION,
  };
}
