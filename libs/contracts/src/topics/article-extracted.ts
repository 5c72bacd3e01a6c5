import { ArticleV1 } from '../model/article.js';
import { ArticleExtracted } from '../model/records.js';
import { defineTopic } from './contract.js';
import { DAY_MS, ONE_MIB, RETRY_DELAYS_MS, WIDE } from './settings.js';

/** One version of one article: its text and what the page says about it. */
export const articleExtracted = defineTopic({
  name: 'article-extracted',
  description: 'One version of one article: its text and what the page says about it.',
  owner: 'extractor',
  producers: ['extractor'],
  consumers: ['store'],
  key: 'article id',
  versions: [
    { version: 1, schema: ArticleV1 },
    {
      version: 2,
      schema: ArticleExtracted,
      // Nothing was told apart then; nearly all of them were articles.
      upcast: (article: ArticleV1): ArticleExtracted => ({ ...article, pageType: 'article' }),
    },
  ],
  broker: { partitions: WIDE, retentionMs: 7 * DAY_MS, cleanup: 'delete' },
  maxValueBytes: ONE_MIB,
  retryDelaysMs: RETRY_DELAYS_MS,
});
