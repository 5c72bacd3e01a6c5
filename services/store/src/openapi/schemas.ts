import { Incident, IncidentRevised, SourcedClaim } from '@tocsin/contracts';
import { SCOPES } from '../access/api-keys.js';
import { DELIVERY_STATES } from '../webhooks/delivery-table.js';
import { CHANGES, WEBHOOK_STATES } from '../webhooks/webhook.js';
import { operatingSchemas } from './operating-schemas.js';
import { passedSchemas } from './passed-paths.js';
import { rightsSchemas } from './rights-schemas.js';
import { count, list, nullable, object, text } from './schema-parts.js';

const percentiles = object({ p50: nullable('integer'), p99: nullable('integer') });

const apiKey = {
  id: text,
  name: text,
  scopes: list({ enum: [...SCOPES] }),
  createdAt: text,
  lastUsedAt: nullable('string'),
  revokedAt: nullable('string'),
};

const filters = { type: 'object', additionalProperties: text, examples: [{ country: 'KAZ' }] };
const savedQuery = { id: text, name: text, filters, createdAt: text, updatedAt: text };
const changes = list({ enum: [...CHANGES] });
const webhook = {
  id: text,
  url: text,
  queryId: nullable('string'),
  changes,
  state: { enum: [...WEBHOOK_STATES] },
  code: nullable('string'),
  reason: nullable('string'),
  createdAt: text,
  position: text,
};
const tried = { code: text, reason: text, status: nullable('integer') };
const delivery = object({
  id: text,
  incidentId: text,
  revision: count,
  change: { enum: [...CHANGES, 'left'] },
  changedAt: text,
  state: { enum: [...DELIVERY_STATES] },
  attempts: count,
  code: nullable('string'),
  reason: nullable('string'),
  status: nullable('integer'),
  createdAt: text,
  triedAt: nullable('string'),
});

/** What the API answers; the contracts' own schemas are taken as they are. */
export const schemas: Readonly<Record<string, unknown>> = {
  Incident,
  IncidentRevised,
  /** With `fields` the incidents hold only those and their id. */
  IncidentPage: object({
    items: list({ $ref: '#/components/schemas/Incident' }),
    nextCursor: nullable('string'),
  }),
  RevisionPage: object({
    items: list({ $ref: '#/components/schemas/IncidentRevised' }),
    nextAfter: nullable('integer'),
  }),
  Evidence: object({
    incidentId: text,
    revision: count,
    items: list(
      object({
        ...(SourcedClaim as unknown as { properties: Record<string, unknown> }).properties,
        title: nullable('string'),
        siteName: nullable('string'),
        publishedAt: nullable('string'),
        syndicationId: nullable('string'),
        stands: nullable('boolean'),
        traceId: nullable('string'),
        supports: list(text),
      }),
    ),
  }),
  ArticlePage: object({
    items: list(
      object({
        articleId: text,
        version: count,
        url: text,
        title: text,
        publishedAt: nullable('string'),
        siteName: nullable('string'),
        language: nullable('string'),
        pageType: nullable('string'),
        syndicationId: nullable('string'),
      }),
    ),
    nextCursor: nullable('string'),
  }),
  Counts: object({
    by: text,
    from: { type: 'string', format: 'date' },
    to: { type: 'string', format: 'date' },
    items: list(
      object({ value: nullable('string'), incidents: count, killed: { type: 'number' } }),
    ),
  }),
  Article: object({
    articleId: text,
    version: nullable('integer'),
    url: nullable('string'),
    title: nullable('string'),
    paragraphs: list(text),
    captions: list(text),
    authors: list(text),
    textHash: nullable('string'),
    textKept: { enum: ['full', 'excerpt', 'none'] },
    publishedAt: nullable('string'),
    siteName: nullable('string'),
    language: nullable('string'),
    pageType: nullable('string'),
    syndication: {
      ...object({
        syndicationId: text,
        reason: text,
        similarity: { type: 'number' },
        nearestArticleId: nullable('string'),
      }),
      type: ['object', 'null'],
    },
    incidents: list(object({ incidentId: text, summary: text })),
    hops: list(
      object({
        version: count,
        fetchedAt: text,
        extractedAt: nullable('string'),
        deduplicatedAt: nullable('string'),
        storedAt: nullable('string'),
      }),
    ),
    ends: list(
      object({
        version: nullable('integer'),
        stage: text,
        end: text,
        code: text,
        reason: text,
        at: text,
        traceparent: nullable('string'),
      }),
    ),
  }),
  Stats: object({
    articles: count,
    incidents: count,
    rejected: count,
    failed: count,
    deadLetters: count,
    pending: count,
    hops: object({
      fetch: percentiles,
      extract: percentiles,
      deduplicate: percentiles,
      store: percentiles,
    }),
  }),
  Freshness: object({ at: text, heardAt: nullable('string') }),
  ApiKeys: object({ items: list(object(apiKey)) }),
  NewApiKey: object({ name: text, scopes: list({ enum: [...SCOPES] }) }),
  CreatedApiKey: object({ ...apiKey, key: text }),
  SavedQuery: object(savedQuery),
  SavedQueries: object({ items: list(object(savedQuery)) }),
  NewSavedQuery: object({ name: text, filters }),
  SavedQueryChange: { type: 'object', properties: { name: text, filters } },
  Webhook: object(webhook),
  Webhooks: object({ items: list(object(webhook)) }),
  NewWebhook: {
    type: 'object',
    properties: { url: text, queryId: nullable('string'), changes, after: text },
    required: ['url'],
  },
  WebhookChange: {
    type: 'object',
    properties: {
      url: text,
      queryId: nullable('string'),
      changes,
      state: { enum: ['active', 'paused'] },
    },
  },
  CreatedWebhook: object({ ...webhook, secret: text }),
  WebhookSecret: object({ secret: text, oldSecretUntil: text }),
  WebhookTry: object(tried),
  Delivery: delivery,
  DeliveryPage: object({ items: list(delivery), nextCursor: nullable('string') }),
  ...operatingSchemas,
  ...passedSchemas,
  ...rightsSchemas,
  Problem: object({ type: text, title: text, status: count, code: text, detail: text }),
};
