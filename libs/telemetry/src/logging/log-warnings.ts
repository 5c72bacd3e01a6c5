/** As much of Node's `process` as is needed. */
interface WarningProcess {
  removeAllListeners(event: 'warning'): unknown;
  on(event: 'warning', listener: (warning: Error & { code?: string }) => void): unknown;
}

/** As much of a logger as is needed. */
interface WarningLog {
  warn(fields: object, message: string): void;
}

/** Makes lines of the log of what Node.js and libraries warn of, which otherwise is plain text on standard error. */
export function logWarnings(log: WarningLog, host: WarningProcess = process): void {
  // The one listener that is there from the beginning is the one that prints.
  host.removeAllListeners('warning');
  host.on('warning', ({ name, code, message }) => log.warn({ code: code ?? name }, message));
}
