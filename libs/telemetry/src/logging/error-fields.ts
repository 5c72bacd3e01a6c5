/** Characters that are kept: an error may repeat what it failed on, and that may be a whole article. */
const MAX_MESSAGE = 500;
const MAX_STACK = 2_000;
/** Causes of causes that are told. */
const MAX_DEPTH = 3;

/** What a log line tells of an error. */
export interface ErrorFields {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly stack?: string;
  readonly cause?: ErrorFields;
}

/**
 * Type, code, message, stack and cause of an error, and nothing else that hangs on it: a database's errors carry the
 * statement with its parameters.
 */
export function errorFields(error: unknown, depth = 0): ErrorFields {
  // By shape, not by class: errors of the runtime may come from another realm.
  const { name, message, code, stack, cause } = (error ?? {}) as Error & { code?: unknown };
  const isError = typeof message === 'string';
  const known = typeof code === 'string' || typeof code === 'number' ? { code } : {};
  const nested = cause !== undefined && depth < MAX_DEPTH;
  return {
    type: isError ? name : typeof error,
    message: (isError ? message : String(error)).slice(0, MAX_MESSAGE),
    ...known,
    // A stack begins with the message, which is cut already.
    ...(isError && stack ? { stack: framesOf(stack).slice(0, MAX_STACK) } : {}),
    ...(nested ? { cause: errorFields(cause, depth + 1) } : {}),
  };
}

/** The lines of a stack that name places. */
const framesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
