import type { MessagingLog } from '@tocsin/messaging';
import type { createLogger } from '@tocsin/telemetry';

type Logger = ReturnType<typeof createLogger>;

/** The messaging layer's lines in the service's log. */
export const messagingLog = (logger: Logger): MessagingLog => ({
  info: (code, message, fields) => logger.info({ code, ...fields }, message),
  warn: (code, message, fields) => logger.warn({ code, ...fields }, message),
  error: (code, message, fields) => logger.error({ code, ...fields }, message),
});
