import type { MessagingLog } from './environment.port.js';

/** As much of a structured logger, pino's for one, as is used here. */
export interface StructuredLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The messaging layer's lines as lines of the service's log, each under its stable code. */
export const messagingLog = (logger: StructuredLogger): MessagingLog => ({
  info: (code, message, fields) => logger.info({ code, ...fields }, message),
  warn: (code, message, fields) => logger.warn({ code, ...fields }, message),
  error: (code, message, fields) => logger.error({ code, ...fields }, message),
});
