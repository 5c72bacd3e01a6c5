import Type, { type Static } from 'typebox';
import { apiKey } from './api-key.js';

/** What the read model's API needs of others. */
export const storeSettings = Type.Object({
  fetcherUrl: Type.String({
    env: 'TOCSIN_FETCHER_URL',
    description: "Base URL of the fetcher's feed API, which feed calls are passed to.",
    pattern: '^https?://',
    default: 'http://127.0.0.1:8081',
  }),
  deduplicatorUrl: Type.String({
    env: 'TOCSIN_DEDUPLICATOR_URL',
    description: "Base URL of the deduplicator's API, which analysts' commands are passed to.",
    pattern: '^https?://',
    default: 'http://127.0.0.1:8083',
  }),
  apiKey,
  read: Type.Enum(['loopback', 'open', 'key'], {
    env: 'TOCSIN_STORE_READ',
    description:
      'Who may read: all while listening on loopback and those with a key otherwise; all; those with a key.',
    default: 'loopback',
  }),
  corsOrigins: Type.Array(Type.String({ pattern: '^https?://[^/,\\s]+$' }), {
    env: 'TOCSIN_STORE_CORS_ORIGINS',
    description: 'Origins of web pages, separated by commas, that may read the API.',
    default: [],
  }),
  webhookAllowPrivate: Type.Array(Type.String({ pattern: '^[^\\s,]+:\\d{1,5}$' }), {
    env: 'TOCSIN_STORE_WEBHOOK_ALLOW_PRIVATE',
    description:
      'host:port pairs, separated by commas, that webhooks may name although their address is not public.',
    default: [],
  }),
  requestsPerMinute: Type.Integer({
    env: 'TOCSIN_STORE_REQUESTS_PER_MINUTE',
    description:
      'Requests a minute that one key, or one address without a key, may make of one instance.',
    minimum: 1,
    maximum: 10_000_000,
    default: 3_000,
  }),
});
export type StoreConfig = Readonly<Static<typeof storeSettings>>;
