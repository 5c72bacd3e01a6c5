import { createArticleExtractor } from '@tocsin/article-extraction';
import { fingerprint } from '@tocsin/dedup';
import type { ReadPage } from './contestant.js';

const extractor = createArticleExtractor({ fingerprint });

/** All that the extractor service does to a page before incidents are looked for. */
export const readPage: ReadPage = ({ url, bytes }) =>
  extractor.extract({ articleId: 'bench', version: 0, url, bytes }).kind === 'article';
