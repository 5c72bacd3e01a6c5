import { BadRequestException } from '@nestjs/common';
import type { Static, TSchema } from 'typebox';
import Value from 'typebox/value';

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
