import { ArticleDeduplicated } from '../model/records.js';
import { defineTopic } from './contract.js';
import { DAY_MS, ONE_MIB, RETRY_DELAYS_MS, WIDE } from './settings.js';

/** The syndication group of an article, why, and how similar. */
export const articleDeduplicated = defineTopic({
  name: 'article-deduplicated',
  description: 'The syndication group of an article, why, and how similar.',
  owner: 'deduplicator',
  producers: ['deduplicator'],
  consumers: ['store'],
  key: 'article id',
  versions: [{ version: 1, schema: ArticleDeduplicated }],
  broker: { partitions: WIDE, retentionMs: 7 * DAY_MS, cleanup: 'delete' },
  maxValueBytes: ONE_MIB,
  retryDelaysMs: RETRY_DELAYS_MS,
});
