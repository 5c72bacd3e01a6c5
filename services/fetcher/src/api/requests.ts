import Type from 'typebox';

const closed = { additionalProperties: false } as const;
const url = Type.String({ minLength: 1, maxLength: 4_096 });

const isoTime = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}(T|$)', maxLength: 40 });

export const PushDocumentRequest = Type.Object(
  {
    url,
    title: Type.Optional(Type.String({ maxLength: 1_000 })),
    html: Type.Optional(Type.String({ minLength: 1 })),
    text: Type.Optional(Type.String({ minLength: 1 })),
    base64: Type.Optional(Type.String({ minLength: 1 })),
    contentType: Type.Optional(Type.String({ pattern: '^[\\x20-\\x7e]*$', maxLength: 200 })),
    lane: Type.Optional(Type.Enum(['live', 'backfill'])),
    publishedAt: Type.Optional(isoTime),
    fetchedAt: Type.Optional(isoTime),
    /** In a batch, where there is no header for each. */
    idempotencyKey: Type.Optional(Type.String()),
  },
  closed,
);
