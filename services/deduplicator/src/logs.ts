import type { MessagingLog } from '@tocsin/messaging';
import type { createLogger } from '@tocsin/telemetry';

/** The messaging layer's lines as lines of the service's log. */
export const messagingLog = (logger: ReturnType<typeof createLogger>): MessagingLog => ({
  info: (code, message, fields) => logger.info({ code, ...fields }, message),
  warn: (code, message, fields) => logger.warn({ code, ...fields }, message),
  error: (code, message, fields) => logger.error({ code, ...fields }, message),
});
