import { FETCH_CODES, type FetchCode } from './codes.js';

/** Why there is no body: `code` is stable, the message one sentence for people. */
export class FetchFailure extends Error {
  readonly code: FetchCode;
  readonly status: 'refused' | 'failed';
  /** Whether another try may help. */
  readonly again: boolean;
  /** Milliseconds that the server asked us to wait, or that its host's turn is away. */
  readonly retryAfterMs: number | null;
  /** Status of the answer that it came to, null when there was none. */
  readonly httpStatus: number | null;
  /**
   * Where along its redirects a fetch had come to when a host's turn did not come in time: a later one
   * can go on from there. Null for the start.
   */
  resumeUrl: string | null = null;

  constructor(
    code: FetchCode,
    message: string,
    options: ErrorOptions & {
      readonly retryAfterMs?: number | null;
      readonly httpStatus?: number | null;
    } = {},
  ) {
    super(message, options);
    this.name = 'FetchFailure';
    this.code = code;
    this.status = FETCH_CODES[code].status;
    this.again = FETCH_CODES[code].again;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.httpStatus = options.httpStatus ?? null;
  }
}
