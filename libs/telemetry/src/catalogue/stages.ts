import { FRESHNESS_SECONDS, SECONDS, type Definitions } from './definition.js';

/** What the services measure of their own work. */
export const stageMetrics = {
  'tocsin.fetch.ends': {
    kind: 'counter',
    unit: '{end}',
    attributes: ['tocsin.fetch.work', 'tocsin.code'],
    meaning: 'Polls of feeds and fetches of pages by how they ended.',
  },
  'tocsin.fetch.duration': {
    kind: 'histogram',
    unit: 's',
    attributes: ['tocsin.fetch.work'],
    meaning:
      'From taking up a feed or page to the end of its writing, waiting for the site and for the turn included.',
    buckets: SECONDS,
  },
  'tocsin.feeds': {
    kind: 'observable gauge',
    unit: '{feed}',
    attributes: ['tocsin.feed.state'],
    meaning:
      'Feeds by state; failing are active ones whose last poll failed. Each replica tells of all.',
  },
  'tocsin.frontier.pending': {
    kind: 'observable gauge',
    unit: '{url}',
    attributes: ['tocsin.lane'],
    meaning: 'Accepted URLs that have not come to their first end. Each replica tells of all.',
  },
  'tocsin.frontier.overdue': {
    kind: 'observable gauge',
    unit: '{url}',
    attributes: ['tocsin.lane'],
    meaning: 'Pending URLs that their host was free for, and that were due, more than an hour ago.',
  },
  'tocsin.extractor.documents': {
    kind: 'counter',
    unit: '{document}',
    attributes: ['tocsin.extractor.outcome'],
    meaning: 'Documents by the kind of page, or by the code why there is no article.',
  },
  'tocsin.worker.kills': {
    kind: 'counter',
    unit: '{process}',
    attributes: ['tocsin.worker.cause'],
    meaning: 'Worker processes that a document ended: late, or broken by it (heap, crash).',
  },
  'tocsin.outbox.oldest.age': {
    kind: 'observable gauge',
    unit: 's',
    attributes: [],
    meaning:
      'Age of the oldest outbox row that the broker has not acknowledged; 0 when none waits.',
  },
  'tocsin.webhook.tries': {
    kind: 'counter',
    unit: '{try}',
    attributes: ['tocsin.code'],
    meaning:
      'Tries to deliver a message to a webhook by how they ended; OK for those that got through.',
  },
  'tocsin.webhook.oldest.age': {
    kind: 'observable gauge',
    unit: 's',
    attributes: [],
    meaning:
      'Age of the oldest message that waits for an active webhook; 0 when none does. Each replica tells of all.',
  },
  'tocsin.article.freshness': {
    kind: 'histogram',
    unit: 's',
    attributes: [],
    meaning: 'From the fetch of an article version to where it can be read with its syndication.',
    buckets: FRESHNESS_SECONDS,
  },
  'tocsin.audit.violations': {
    kind: 'observable gauge',
    unit: '{violation}',
    attributes: ['tocsin.audit.check'],
    meaning: 'What the last nightly audit found against the invariants; 0 is the only good value.',
  },
  'tocsin.audit.age': {
    kind: 'observable gauge',
    unit: 's',
    attributes: [],
    meaning:
      'Time since the last nightly audit came to its end; nothing is told before the first one.',
  },
} as const satisfies Definitions;
