/** Limits of one request and of all together; they bound time and memory whatever servers do. */
export interface HttpLimits {
  /** Milliseconds in total, from the request to the last byte. */
  readonly deadlineMs: number;
  readonly connectTimeoutMs: number;
  /** Decoded bytes; no more are read from the wire either. */
  readonly maxBodyBytes: number;
  /** Names and values of all headers together. */
  readonly maxHeaderBytes: number;
  /** Open sockets, idle ones that are kept alive included. */
  readonly maxSockets: number;
  /** Bytes of bodies, as they came, that all requests under way hold together. */
  readonly maxHeldBytes: number;
}

export const DEFAULT_HTTP_LIMITS: HttpLimits = {
  deadlineMs: 30_000,
  connectTimeoutMs: 10_000,
  maxBodyBytes: 10 * 1024 * 1024,
  maxHeaderBytes: 32 * 1024,
  maxSockets: 4_096,
  maxHeldBytes: 256 * 1024 * 1024,
};
