import { DependencyDownError, TocsinError, TransientError } from '@tocsin/messaging';

/** SQLSTATEs and classes (two characters) that say that the database itself can't work now. */
const DOWN = [
  '08', // connection exceptions
  '53', // out of connections, memory or disk
  '57P01', // admin shutdown
  '57P02', // crash shutdown
  '57P03', // starting up
  '57P05', // idle session ended
  '58030', // I/O error
  '25006', // read only: we talk to a standby after a failover
  '40003', // whether the statement completed is unknown
];

/** The server refuses who we say we are: an operator mends it, and until then the work waits. */
const UNKNOWN_US = ['28'];

/**
 * Tables, columns or functions that aren't there: the schema is another release's. During an upgrade an instance of the
 * one before meets that; its work is to wait for its successor, not to become dead letters.
 */
const OTHER_SCHEMA = ['42P01', '42703', '42883'];

/** Node's and OpenSSL's codes for a certificate that we don't take, and the driver's sentence for no TLS at all. */
const UNTRUSTED = /^(ERR_TLS_|ERR_SSL_|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/;
const NO_TLS = /server does not support SSL connections/i;

/** Passing collisions: the same transaction may succeed when run again at once. */
const COLLISIONS = ['40001', '40P01'];

/** Passing too, but a repetition at once would only add load: lock and statement timeouts. */
const TIMEOUTS = ['55P03', '57014'];

const SOCKET_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * The driver gives these no code, only a sentence. TypeORM releases a runner at once when its connection
 * breaks: a statement that comes a moment later hears of the release alone.
 */
const DRIVER_SENTENCES =
  /connection terminated|connection error|timeout exceeded when trying to connect|not queryable|client was closed|connection ended|query runner already released/i;

const matches = (code: string, list: readonly string[]) =>
  list.some((entry) => (entry.length === 2 ? code.startsWith(entry) : code === entry));

interface DriverError {
  readonly code?: unknown;
  readonly message: string;
  /** TypeORM's wrapping. */
  readonly driverError?: DriverError;
  /** One per address that was tried. */
  readonly errors?: readonly DriverError[];
}

function driverErrorOf(error: DriverError): DriverError {
  const inner = error.driverError ?? error.errors?.[0];
  return inner ? driverErrorOf(inner) : error;
}

/**
 * What a database error means to a consumer: `DependencyDownError` (wait), `TransientError` (try again),
 * or the error unchanged when it is neither; a typed error of ours passes as it is.
 */
export function toDatabaseError(error: unknown): unknown {
  // By shape, not by class: errors of the runtime may come from another realm.
  if (error instanceof TocsinError || typeof (error as Error)?.message !== 'string') return error;
  const cause = driverErrorOf(error as DriverError);
  const code = typeof cause.code === 'string' ? cause.code : '';
  if (
    matches(code, DOWN) ||
    SOCKET_ERRORS.has(code) ||
    (!code && DRIVER_SENTENCES.test(cause.message))
  ) {
    return new DependencyDownError(
      'ERR_PERSISTENCE_DATABASE_DOWN',
      `The database can't be used now: ${cause.message}`,
      { cause: error },
    );
  }
  if (matches(code, UNKNOWN_US)) {
    return new DependencyDownError(
      'ERR_PERSISTENCE_AUTH',
      `The database refuses us: ${cause.message} (DATABASE_URL).`,
      { cause: error },
    );
  }
  if (matches(code, OTHER_SCHEMA)) {
    return new DependencyDownError(
      'ERR_PERSISTENCE_SCHEMA',
      `The database's schema is not this release's: ${cause.message}. Replace this instance, or migrate.`,
      { cause: error },
    );
  }
  if (UNTRUSTED.test(code) || (!code && NO_TLS.test(cause.message))) {
    return new DependencyDownError(
      'ERR_PERSISTENCE_TLS',
      `The database's certificate is not to be trusted: ${cause.message} (TOCSIN_DATABASE_CA_FILE).`,
      { cause: error },
    );
  }
  if (matches(code, COLLISIONS)) {
    return new TransientError('ERR_PERSISTENCE_COLLISION', cause.message, { cause: error });
  }
  if (matches(code, TIMEOUTS)) {
    return new TransientError('ERR_PERSISTENCE_TIMEOUT', cause.message, { cause: error });
  }
  return error;
}

/** What a transaction needs is held by another one for a moment: it gives all back and begins again. */
export class ContendedError extends TransientError {}

/** Whether running the whole transaction again at once is the cure. */
export const isCollision = (error: unknown): boolean =>
  error instanceof TransientError && error.code === 'ERR_PERSISTENCE_COLLISION';
