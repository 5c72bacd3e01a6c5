import { retryAfterMs } from '@tocsin/feeds';
import type { HttpResponse } from '../http/http-client.js';
import { FetchFailure } from '../outcome/fetch-failure.js';
import type { FetchCode } from '../outcome/codes.js';

const PASSING = new Set([408, 425, 429]);

function codeOf(status: number): FetchCode {
  if (status === 404 || status === 410) return 'ERR_FETCH_NOT_FOUND';
  return status >= 500 || PASSING.has(status) ? 'ERR_FETCH_SERVER' : 'ERR_FETCH_STATUS';
}

/**
 * What an answer's status means; null for a body that can be used and for 304.
 *
 * @param now milliseconds since the epoch, for dates in `Retry-After`
 */
export function statusFailure(
  response: Pick<HttpResponse, 'status' | 'headers'>,
  now: number,
): FetchFailure | null {
  const { status, headers } = response;
  if ((status >= 200 && status < 300 && status !== 204 && status !== 205) || status === 304)
    return null;
  const asked = headers['retry-after'];
  return new FetchFailure(codeOf(status), `The server answered with status ${status}.`, {
    retryAfterMs: asked === undefined ? null : retryAfterMs(asked, now),
    httpStatus: status,
  });
}
