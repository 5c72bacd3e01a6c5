import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls, by the name of the key; set where access is checked. */
    caller?: string;
  }
}

/** Who calls: the name of the key, or where it came from without one. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext): string =>
    context.switchToHttp().getRequest<FastifyRequest>().caller ?? 'unknown',
);
