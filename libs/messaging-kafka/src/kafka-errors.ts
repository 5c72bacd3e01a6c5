import { DependencyDownError, PermanentError } from '@tocsin/messaging';

const TOO_LARGE = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);

/** The protocol's name for an error, from however deep kafkajs has wrapped it. */
export function protocolType(error: unknown): string | undefined {
  const { type, cause } = (error ?? {}) as { type?: unknown; cause?: unknown };
  if (typeof type === 'string') return type;
  return cause === undefined ? undefined : protocolType(cause);
}

/** A failed publication in our terms: the record's own fault, or the broker's. */
export function publishError(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  const type = protocolType(error);
  return type !== undefined && TOO_LARGE.has(type)
    ? new PermanentError('ERR_MESSAGING_TOO_LARGE', message, 'TOO_LARGE', { cause: error })
    : new DependencyDownError('ERR_KAFKA_PUBLISH', message, { cause: error });
}

/** What kafkajs takes for a rebalance: it lets go of everything and joins the group again. */
export function rejoin(reason: string): Error {
  return Object.assign(new Error(reason), { type: 'REBALANCE_IN_PROGRESS' });
}
