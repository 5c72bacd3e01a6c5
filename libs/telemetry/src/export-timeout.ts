/** Milliseconds that one export by OTLP, its retries included, and so the end of the process, may take. */
export const EXPORT_TIMEOUT_MS = 5_000;
