import type { createLogger } from '@tocsin/telemetry';

type Logger = ReturnType<typeof createLogger>;

/** An error that no site is to blame for, under its stable code. */
export const logFault =
  (logger: Logger) =>
  (error: unknown): void => {
    const { code = 'ERR_FETCHER_UNKNOWN' } = error as { code?: string };
    logger.error({ code, err: error }, 'Work was put off by an error that is no fetch’s own.');
  };
