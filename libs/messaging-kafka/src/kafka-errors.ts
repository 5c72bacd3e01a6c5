import { DependencyDownError, PermanentError } from '@tocsin/messaging';

const TOO_LARGE = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);

/** The protocol's name for an error, from however deep kafkajs has wrapped it. */
export function protocolType(error: unknown): string | undefined {
  const { type, cause } = (error ?? {}) as { type?: unknown; cause?: unknown };
  if (typeof type === 'string') return type;
  return cause === undefined ? undefined : protocolType(cause);
}

const DENIED = new Set([
  'TOPIC_AUTHORIZATION_FAILED',
  'GROUP_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
]);
/** OpenSSL's and Node's codes have no common part; kafkajs keeps only the sentence. */
const TLS = /certificate|self[- ]signed|altnames|ssl routines|TLS connection/i;

/**
 * Whether the broker refused us rather than being away, and the sentence that says what to look at. All three mend
 * themselves when an operator acts: they wait like an absent broker, under a code of their own.
 */
export function refusalOf(error: unknown): { code: string; advice: string } | undefined {
  const { name, message } = innermost(error);
  if (name === 'KafkaJSSASLAuthenticationError') {
    const advice = 'the brokers refuse this user name and password (TOCSIN_KAFKA_USERNAME)';
    return { code: 'ERR_KAFKA_AUTH', advice };
  }
  if (DENIED.has(protocolType(error) ?? '')) {
    const advice =
      "the principal lacks the right to it: apply the access lists of the service's role";
    return { code: 'ERR_KAFKA_DENIED', advice };
  }
  if (TLS.test(message)) {
    const advice = "the brokers' certificate is not to be trusted (TOCSIN_KAFKA_CA_FILE)";
    return { code: 'ERR_KAFKA_TLS', advice };
  }
  return undefined;
}

/** What is behind kafkajs' own "gave up after so many tries". */
function innermost(error: unknown): { readonly name: string; readonly message: string } {
  const { cause, name = '', message = String(error) } = (error ?? {}) as Partial<Error>;
  return cause instanceof Error ? innermost(cause) : { name, message };
}

/** The broker can't be used now, under `code` unless it refused us for a reason that we know. */
export function brokerError(code: string, error: unknown): DependencyDownError {
  const message = error instanceof Error ? error.message : String(error);
  const refusal = refusalOf(error);
  return refusal
    ? new DependencyDownError(refusal.code, `${message}: ${refusal.advice}.`, { cause: error })
    : new DependencyDownError(code, message, { cause: error });
}

/** A failed publication in our terms: the record's own fault, or the broker's. */
export function publishError(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  const type = protocolType(error);
  return type !== undefined && TOO_LARGE.has(type)
    ? new PermanentError('ERR_MESSAGING_TOO_LARGE', message, 'TOO_LARGE', { cause: error })
    : brokerError('ERR_KAFKA_PUBLISH', error);
}

/** What kafkajs takes for a rebalance: it lets go of everything and joins the group again. */
export function rejoin(reason: string): Error {
  return Object.assign(new Error(reason), { type: 'REBALANCE_IN_PROGRESS' });
}
