import { BadRequestException } from '@nestjs/common';
import Type, { type Static, type TSchema } from 'typebox';
import Value from 'typebox/value';

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

/**
 * A request's part as the type that its schema promises.
 *
 * @throws BadRequestException (400) naming the first thing that is wrong, unknown fields included
 */
export function checked<S extends TSchema>(schema: S, value: unknown): Static<S> {
  const [error] = Value.Errors(schema, value ?? {});
  if (error)
    throw new BadRequestException({
      code: 'ERR_API_REQUEST',
      message: `${error.instancePath || 'The request'} ${error.message}`,
    });
  return (value ?? {}) as Static<S>;
}
