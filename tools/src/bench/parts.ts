import { article } from './article/article-part.js';
import { deduplicator } from './deduplicator/deduplicator-part.js';
import { fetcher } from './fetcher/fetcher-part.js';
import { frontier } from './frontier/frontier-part.js';
import { incidents } from './incidents/incidents-part.js';
import { line } from './line/line-part.js';
import { messaging } from './messaging-part.js';
import type { BenchPart } from './part.js';
import { store } from './store/store-part.js';
import { tarpit } from './tarpit/tarpit-part.js';

/** Everything that can be measured, by the name that the command line knows it by. */
export const parts: Readonly<Record<string, BenchPart>> = {
  messaging,
  fetcher,
  frontier,
  tarpit,
  article,
  deduplicator,
  line,
  incidents,
  store,
};

/** What is measured when nothing is said. */
export const DEFAULT_PART = 'messaging';
