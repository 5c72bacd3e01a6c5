import { ARTICLE_EXTRACTOR_VERSION } from '@tocsin/article-extraction';
import { serveWorker } from '@tocsin/worker-pool';
import { createReader } from './create-reader.js';
import type { ExtractAnswer, ExtractTask } from './document-pool.js';
import { articleOf } from './read-article.js';

const read = createReader();

serveWorker(ARTICLE_EXTRACTOR_VERSION, ({ document, page }: ExtractTask): ExtractAnswer => {
  const result = articleOf(document, page);
  return result.kind === 'rejected' ? result : { ...result, ...read(result.article) };
});
