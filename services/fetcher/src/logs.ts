import type { MessagingLog } from '@tocsin/messaging';
import type { createLogger } from '@tocsin/telemetry';

type Logger = ReturnType<typeof createLogger>;

/** The messaging layer's lines as lines of the service's log. */
export const messagingLog = (logger: Logger): MessagingLog => ({
  info: (code, message, fields) => logger.info({ code, ...fields }, message),
  warn: (code, message, fields) => logger.warn({ code, ...fields }, message),
  error: (code, message, fields) => logger.error({ code, ...fields }, message),
});

/** An error that no site is to blame for, under its stable code. */
export const logFault =
  (logger: Logger) =>
  (error: unknown): void => {
    const { code = 'ERR_FETCHER_UNKNOWN' } = error as { code?: string };
    logger.error({ code, err: error }, 'Work was put off by an error that is no fetch’s own.');
  };
