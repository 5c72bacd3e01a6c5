import { ArticleFetched } from '../model/records.js';
import { defineTopic } from './contract.js';
import { DAY_MS, ONE_MIB, RETRY_DELAYS_MS, WIDE } from './settings.js';

/** The lane of archives and replays, taken only when the live lane is idle enough. */
export const articleFetchedBackfill = defineTopic({
  name: 'article-fetched-backfill',
  description: 'The lane of archives and replays, taken only when the live lane is idle enough.',
  owner: 'fetcher',
  producers: ['fetcher', 'cli'],
  consumers: ['extractor'],
  key: 'article id',
  versions: [{ version: 1, schema: ArticleFetched }],
  broker: { partitions: WIDE, retentionMs: 7 * DAY_MS, cleanup: 'delete' },
  maxValueBytes: ONE_MIB,
  retryDelaysMs: RETRY_DELAYS_MS,
});
