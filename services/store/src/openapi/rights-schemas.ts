import { KEEPS } from '../rights/source-rights.js';
import { count, list, nullable, object, text } from './schema-parts.js';

const kept = { keeps: { enum: [...KEEPS] }, textDays: nullable('integer'), note: text };
const right = object({ host: text, ...kept, by: text, at: text });
const erased = { article: text, source: text };

/** What the rights' part of the API takes and answers. */
export const rightsSchemas: Readonly<Record<string, unknown>> = {
  Right: right,
  Rights: object({ items: list({ $ref: '#/components/schemas/Right' }) }),
  NewRight: { type: 'object', properties: kept, required: ['keeps', 'note'] },
  Erased: { type: 'object', properties: erased, minProperties: 1, maxProperties: 1 },
  Erasure: { type: 'object', properties: { ...erased, reason: text }, required: ['reason'] },
  ErasurePreview: object({ articles: count, incidents: count, titles: list(text) }),
};
