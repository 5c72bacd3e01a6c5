import { FETCH_CODES, type FetchCode } from './codes.js';

/** Why there is no body: `code` is stable, the message one sentence for people. */
export class FetchFailure extends Error {
  readonly code: FetchCode;
  readonly status: 'refused' | 'failed';
  /** Whether another try may help. */
  readonly again: boolean;
  /** Milliseconds that the server asked us to wait, or that its host's turn is away. */
  readonly retryAfterMs: number | null;

  constructor(
    code: FetchCode,
    message: string,
    options: ErrorOptions & { readonly retryAfterMs?: number | null } = {},
  ) {
    super(message, options);
    this.name = 'FetchFailure';
    this.code = code;
    this.status = FETCH_CODES[code].status;
    this.again = FETCH_CODES[code].again;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
