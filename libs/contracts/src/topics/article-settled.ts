import { ArticleSettled } from '../model/records.js';
import { defineTopic } from './contract.js';
import { DAY_MS, ONE_MIB, RETRY_DELAYS_MS, WIDE } from './settings.js';

/** How a URL ended at a stage: stored, rejected, failed or dead-lettered, with code and reason. */
export const articleSettled = defineTopic({
  name: 'article-settled',
  description:
    'How a URL ended at a stage: stored, rejected, failed or dead-lettered, with code and reason.',
  owner: 'fetcher',
  producers: ['fetcher', 'extractor', 'deduplicator', 'store'],
  consumers: ['store'],
  key: 'URL id',
  versions: [{ version: 1, schema: ArticleSettled }],
  broker: { partitions: WIDE, retentionMs: 30 * DAY_MS, cleanup: 'delete' },
  maxValueBytes: ONE_MIB,
  retryDelaysMs: RETRY_DELAYS_MS,
});
