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
  versions: [{ version: 1, schema: ArticleExtracted }],
  broker: { partitions: WIDE, retentionMs: 7 * DAY_MS, cleanup: 'delete' },
  maxValueBytes: ONE_MIB,
  retryDelaysMs: RETRY_DELAYS_MS,
});
