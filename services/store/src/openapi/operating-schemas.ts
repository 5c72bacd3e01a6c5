import { OPERATION_KINDS } from '@tocsin/contracts';
import { DEAD_LETTER_CLASSES } from '@tocsin/messaging-kafka';
import { STAGES } from '../operating/pipeline.js';
import { count, list, nullable, object, text } from './schema-parts.js';

const moment = { type: 'string', format: 'date-time' } as const;
const nullableMoment = { type: ['string', 'null'], format: 'date-time' } as const;
const optional = (properties: Record<string, unknown>) => ({ type: 'object', properties });

const letter = {
  id: { ...text, description: 'topic/group/partition/offset' },
  topic: text,
  group: text,
  class: { enum: [...DEAD_LETTER_CLASSES] },
  exception: { ...text, description: "The error's code." },
  message: text,
  origin: object({ topic: text, partition: count, offset: count }),
  deliveries: count,
  redrives: count,
  firstFailedAt: nullableMoment,
  lastFailedAt: nullableMoment,
  traceId: nullable('string'),
  key: nullable('string'),
  redrivenAt: nullableMoment,
};
/** Text, or bytes that are none in base64. */
const bytes = { anyOf: [text, object({ base64: text }), { type: 'null' }] };

const filter = optional({
  topic: text,
  group: text,
  class: { enum: [...DEAD_LETTER_CLASSES] },
  code: text,
  since: moment,
  until: moment,
});
const meant = {
  ids: { ...list(text), minItems: 1, maxItems: 100 },
  filter,
  again: { type: 'boolean', default: false },
};

const operation = object({
  id: text,
  kind: { enum: [...OPERATION_KINDS] },
  by: text,
  reason: text,
  request: { type: 'object' },
  state: { enum: ['running', 'done', 'failed', 'interrupted'] },
  counts: { type: 'object', additionalProperties: count },
  error: nullable('string'),
  begunAt: moment,
  endedAt: nullableMoment,
});

const behind = {
  lag: count,
  lagSeconds: nullable('integer'),
  retrying: count,
  deadLetters: count,
  blownFuses: count,
};

/** What the operators' part of the API takes and answers. */
export const operatingSchemas: Readonly<Record<string, unknown>> = {
  DeadLetterPage: object({
    items: list(object(letter)),
    nextCursor: nullable('string'),
    scanned: count,
  }),
  DeadLetter: object({
    ...letter,
    headers: { type: 'object', additionalProperties: { anyOf: [bytes, list(bytes)] } },
    value: bytes,
    isCut: { type: 'boolean' },
  }),
  LettersMeant: optional(meant),
  Redrive: {
    ...optional({
      ...meant,
      rate: { type: 'integer', minimum: 1, maximum: 1_000, default: 50 },
      reason: text,
    }),
    required: ['reason'],
  },
  RedrivePreview: object({
    count,
    sentBefore: count,
    withoutWayBack: count,
    isComplete: { type: 'boolean' },
    byReason: list(object({ topic: text, group: text, class: text, code: text, count })),
  }),
  Fuses: object({
    items: list(
      object({
        topic: text,
        group: text,
        physicalTopic: text,
        partition: count,
        offset: count,
        deadLetters: count,
        inARow: count,
      }),
    ),
  }),
  FuseRelease: object({ group: text, physicalTopic: text, partition: count, reason: text }),
  Operation: operation,
  Operations: object({ items: list({ $ref: '#/components/schemas/Operation' }) }),
  Pipeline: object({
    at: moment,
    stages: list(
      object({
        stage: { enum: [...STAGES] },
        ...behind,
        perMinute: nullable('number'),
        lastAt: nullableMoment,
        troubles: object({ rejected: count, failed: count, deadLettered: count }),
      }),
    ),
    readings: list(
      object({
        group: text,
        topic: text,
        ...behind,
        finishedPerMinute: nullable('number'),
        writtenPerMinute: nullable('number'),
      }),
    ),
  }),
};
