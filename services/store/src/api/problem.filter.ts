import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DependencyDownError, TransientError } from '@tocsin/messaging';
import type { FastifyReply } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { ProblemError } from './problem.js';

/** Every failure as `application/problem+json`; what is not meant for the client stays in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly onUnexpected: (error: unknown) => void) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = this.toProblem(error);
    const body = {
      type: 'about:blank',
      title: STATUS_CODES[problem.status],
      status: problem.status,
      code: problem.code,
      detail: problem.message,
    };
    void host
      .switchToHttp()
      .getResponse<FastifyReply>()
      .status(problem.status)
      .type('application/problem+json')
      .send(body);
  }

  private toProblem(error: unknown): ProblemError {
    if (error instanceof ProblemError) return error;
    const status = statusOf(error);
    if (status !== undefined && status < 500) {
      return new ProblemError(status, `ERR_API_HTTP_${status}`, (error as Error).message);
    }
    this.onUnexpected(error);
    if (error instanceof DependencyDownError || error instanceof TransientError) {
      const who = error.code.startsWith('ERR_KAFKA') ? 'The broker' : 'The database';
      return new ProblemError(503, error.code, `${who} can't answer now; try again later.`);
    }
    return new ProblemError(500, 'ERR_API_INTERNAL', 'Something went wrong on our side.');
  }
}

/** Nest's own exceptions, and Fastify's, which carry `statusCode`. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}
