import { ArticleFetched } from '../model/records.js';
import { defineTopic } from './contract.js';
import { DAY_MS, ONE_MIB, RETRY_DELAYS_MS, WIDE } from './settings.js';

/** One response: where it came from, when, and its body, inline or by claim check. */
export const articleFetched = defineTopic({
  name: 'article-fetched',
  description: 'One response: where it came from, when, and its body, inline or by claim check.',
  owner: 'fetcher',
  producers: ['fetcher', 'cli'],
  consumers: ['extractor'],
  key: 'article id',
  versions: [{ version: 1, schema: ArticleFetched }],
  broker: { partitions: WIDE, retentionMs: 7 * DAY_MS, cleanup: 'delete' },
  maxValueBytes: ONE_MIB,
  retryDelaysMs: RETRY_DELAYS_MS,
});
