import { nullable, list, object, ref, text, count } from './schema-parts.js';

const json = (name: string) => ({ content: { 'application/json': { schema: ref(name) } } });
const answer = (name: string, status = 200) => ({
  [status]: { description: '', ...json(name) },
});
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: text });
const inQuery = (name: string, description: string) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema: text,
});
const body = (name: string) => ({ requestBody: { required: true, ...json(name) } });

const feeds = { tags: ['feeds'] };
const curations = { tags: ['curations'] };
const change = (verb: string, summary: string) => ({
  post: {
    ...feeds,
    operationId: `Feeds_${verb}`,
    summary,
    parameters: [inPath('id')],
    ...(verb === 'poll' ? {} : body('FeedStateChange')),
    responses: answer('Feed'),
  },
});

/** What is passed on to the services whose it is: their controllers are not this one's. */
export const passedPaths: Readonly<Record<string, object>> = {
  '/v1/feeds': {
    get: {
      ...feeds,
      operationId: 'Feeds_list',
      summary: 'Feeds with their health, and why they are quiet.',
      parameters: [
        inQuery('limit', '1 to 1000; 100 unless given.'),
        inQuery('after', '`next` of the page before.'),
        inQuery('state', 'active, paused, parked or stopped.'),
        inQuery('tag', 'Of this tag.'),
        inQuery('q', 'Part of the URL or the title.'),
      ],
      responses: answer('FeedPage'),
    },
    post: {
      ...feeds,
      operationId: 'Feeds_add',
      summary: 'Adds a feed, a sitemap or a page that names one; adding it again changes nothing.',
      ...body('NewFeed'),
      responses: answer('Feed'),
    },
  },
  '/v1/feeds/{id}': {
    get: {
      ...feeds,
      operationId: 'Feeds_one',
      summary: 'One feed: its schedule, its last polls, its pages by state.',
      parameters: [inPath('id')],
      responses: answer('FeedDetail'),
    },
    patch: {
      ...feeds,
      operationId: 'Feeds_change',
      summary: 'Changes title, priority, tags or settings.',
      parameters: [inPath('id')],
      ...body('FeedChange'),
      responses: answer('Feed'),
    },
  },
  '/v1/feeds/{id}/pause': change('pause', 'Asks it no more until it is resumed.'),
  '/v1/feeds/{id}/resume': change('resume', 'Asks it again.'),
  '/v1/feeds/{id}/stop': change(
    'stop',
    'Ends every request of it at once, and what it had queued.',
  ),
  '/v1/feeds/{id}/poll': change('poll', 'Asks it as soon as its host permits.'),
  '/v1/frontier': {
    get: {
      ...feeds,
      operationId: 'Frontier_counts',
      summary: 'How many URLs are pending, and how many were fetched.',
      responses: {
        200: { description: '', content: { 'application/json': { schema: { type: 'object' } } } },
      },
    },
  },
  '/v1/curations': {
    post: {
      ...curations,
      operationId: 'Curations_give',
      summary:
        'Merges, splits or retracts incidents, with a reason; it takes effect within seconds.',
      ...body('Curation'),
      responses: answer('CurationGiven', 202),
    },
  },
  '/v1/curations/preview': {
    post: {
      ...curations,
      operationId: 'Curations_preview',
      summary: 'What a command would do; it is tried and taken back.',
      ...body('Curation'),
      responses: answer('CurationChanges'),
    },
  },
  '/v1/curations/{commandId}': {
    get: {
      ...curations,
      operationId: 'Curations_one',
      summary: 'A command that has taken effect.',
      parameters: [inPath('commandId')],
      responses: answer('CurationCommand'),
    },
  },
  '/v1/curations/incidents/{id}': {
    get: {
      ...curations,
      operationId: 'Curations_incident',
      summary: 'An incident as analysts need it: its mentions, and who curated it.',
      parameters: [inPath('id')],
      responses: answer('CuratedIncident'),
    },
  },
};

const feed = {
  id: text,
  url: text,
  title: nullable('string'),
  kind: nullable('string'),
  state: { enum: ['active', 'paused', 'parked', 'stopped'] },
  stateReason: nullable('string'),
  priority: { type: 'integer' },
  tags: list(text),
  settings: { type: 'object' },
  intervalMs: { type: 'number' },
  intervalWhy: nullable('string'),
  nextPollAt: text,
  polledAt: nullable('string'),
  changedAt: nullable('string'),
  failures: count,
  code: nullable('string'),
  reason: nullable('string'),
  movedFrom: nullable('string'),
  addedAt: text,
};
const feedProperties = {
  title: text,
  priority: { type: 'integer', minimum: -10, maximum: 10 },
  tags: list(text),
  settings: { type: 'object' },
};
const action = { enum: ['merge', 'split', 'retract'] };
const command = {
  commandId: text,
  action,
  incidentId: text,
  otherIncidentIds: list(text),
  mentionIds: list(text),
  reason: text,
  by: text,
  at: text,
};
const changes = list(
  object({
    incidentId: text,
    change: { enum: ['created', 'updated', 'merged', 'split', 'retracted'] },
    revision: count,
    lifecycle: { enum: ['active', 'merged', 'retracted'] },
    mergedInto: nullable('string'),
    summary: text,
    place: nullable('string'),
    start: nullable('string'),
    end: nullable('string'),
    killed: nullable('integer'),
    articleCount: count,
    linked: count,
    unlinked: count,
  }),
);

export const passedSchemas: Readonly<Record<string, unknown>> = {
  Feed: object(feed),
  FeedPage: object({ feeds: list(ref('Feed')), next: nullable('string') }),
  FeedDetail: object({
    feed: ref('Feed'),
    outcomes: list({ type: 'object' }),
    quiet: { type: 'object' },
    urls: { type: 'object' },
    ends: list({ type: 'object' }),
  }),
  NewFeed: { type: 'object', properties: { url: text, ...feedProperties }, required: ['url'] },
  FeedChange: { type: 'object', properties: feedProperties, minProperties: 1 },
  FeedStateChange: { type: 'object', properties: { reason: text } },
  Curation: {
    type: 'object',
    properties: {
      action,
      incidentId: text,
      otherIncidentIds: { ...list(text), maxItems: 20 },
      mentionIds: { ...list(text), maxItems: 200 },
      reason: { ...text, maxLength: 1_000 },
      by: { ...text, maxLength: 200 },
      commandId: { ...text, description: 'A call that is made again is then the same command.' },
    },
    required: ['action', 'incidentId', 'reason', 'by'],
  },
  CurationChanges: object({ changes }),
  CurationCommand: object(command),
  CurationGiven: object({ command: ref('CurationCommand'), changes }),
  CuratedIncident: object({
    incident: ref('Incident'),
    forwardedFrom: nullable('string'),
    mentions: list(
      object({
        mentionId: text,
        articleId: text,
        url: text,
        title: text,
        publishedAt: nullable('string'),
        summary: text,
      }),
    ),
    curations: list(ref('CurationCommand')),
  }),
};
