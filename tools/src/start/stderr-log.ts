import type { MessagingLog } from '@tocsin/messaging';
import { progress } from '../stack/progress.js';

/** What the broker's client has to say, among the lines of progress; its chatter is left out. */
export const stderrLog: MessagingLog = {
  info: () => undefined,
  warn: () => undefined,
  error: (code, message) => progress(`${message} [${code}]`),
};
