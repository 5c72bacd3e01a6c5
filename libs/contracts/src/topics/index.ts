import type { Static } from 'typebox';
import { articleDeduplicated } from './article-deduplicated.js';
import { articleExtracted } from './article-extracted.js';
import { articleFetched } from './article-fetched.js';
import { articleFetchedBackfill } from './article-fetched-backfill.js';
import { articleSettled } from './article-settled.js';
import type { TopicContract } from './contract.js';
import { incidentCurated } from './incident-curated.js';
import { incidentExtracted } from './incident-extracted.js';
import { incidentRevised } from './incident-revised.js';
import { incidentUpdated } from './incident-updated.js';

/** The whole topology: every topic by its logical name. */
export const topics = {
  'article-fetched': articleFetched,
  'article-fetched-backfill': articleFetchedBackfill,
  'article-extracted': articleExtracted,
  'incident-extracted': incidentExtracted,
  'article-deduplicated': articleDeduplicated,
  'article-settled': articleSettled,
  'incident-revised': incidentRevised,
  'incident-updated': incidentUpdated,
  'incident-curated': incidentCurated,
} as const;

/** A logical topic name, as its contract calls it. */
export type TopicName = keyof typeof topics;

type SchemaOf<C> = C extends TopicContract<string, infer S> ? S : never;

/** The value type of a topic's current version. */
export type PayloadOf<N extends TopicName> = Static<SchemaOf<(typeof topics)[N]>>;

/** Every logical topic name, in the order in which data flows. */
export const topicNames = Object.keys(topics) as readonly TopicName[];

/** Whether a name is one of ours, e.g. to check what an operator typed. */
export const isTopicName = (name: string): name is TopicName => Object.hasOwn(topics, name);
