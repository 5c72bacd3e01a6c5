import Type, { type Static } from 'typebox';
import { apiKey } from './api-key.js';

/** How far back copies and retellings are looked for. */
export const deduplicatorSettings = Type.Object({
  windowDays: Type.Integer({
    env: 'TOCSIN_DEDUP_WINDOW_DAYS',
    description: 'Days of event time within which articles and incidents are compared.',
    minimum: 1,
    maximum: 366,
    default: 14,
  }),
  apiKey,
});
export type DeduplicatorConfig = Readonly<Static<typeof deduplicatorSettings>>;
