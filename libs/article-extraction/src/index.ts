export * from './article-extractor.port.js';
export {
  ARTICLE_EXTRACTOR_VERSION,
  createArticleExtractor,
  type ArticleExtractorDependencies,
} from './create-article-extractor.js';
export { decodeDocument } from './decode/charset.js';
