import { withPrefix } from '@tocsin/contracts';
import type { Broker } from '@tocsin/messaging';
import { OperatingError, readingsOf, type GroupTopic } from '@tocsin/messaging-kafka';
import { ProblemError } from '../api/problem.js';

/** The broker as an operator uses it: apart from the one by which the store lives. */
export interface Line {
  readonly broker: Broker;
  /** Every group with every topic that it reads. */
  readonly readings: readonly GroupTopic[];
}

export const lineOn = (broker: Broker, prefix = ''): Line => ({
  broker,
  readings: readingsOf(withPrefix(prefix)),
});

/** Where there is none, as for the description of the API, nothing of it can be asked. */
export const LINE = Symbol('LINE');

/** @throws ProblemError 503 */
export function lineNeeded(line: Line | null): Line {
  if (line) return line;
  throw new ProblemError(503, 'ERR_API_BROKER', 'This store was started without a broker.');
}

const STATUS = {
  ERR_OPERATING_PLACE: 400,
  ERR_OPERATING_ID: 400,
  ERR_OPERATING_NO_RETRY: 409,
  ERR_OPERATING_FUSE_WHOLE: 409,
} as const satisfies Record<OperatingError['code'], number>;

/** What an operator can't have, as the API says it. */
export function asProblem(error: unknown): unknown {
  if (!(error instanceof OperatingError)) return error;
  return new ProblemError(STATUS[error.code], error.code, error.message);
}
