/** A refusal as RFC 9457 tells it; `code` is stable, `detail` is one sentence for people. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

export const badQuery = (detail: string) => new ProblemError(400, 'ERR_API_QUERY', detail);
export const notFound = (what: string, id: string) =>
  new ProblemError(404, 'ERR_API_NOT_FOUND', `There is no ${what} ${id}.`);
