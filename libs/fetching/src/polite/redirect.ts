import type { HttpResponse } from '../http/http-client.js';
import { FetchFailure } from '../outcome/fetch-failure.js';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Where an answer sends us, or null when it is no redirect.
 *
 * @throws FetchFailure ERR_FETCH_REDIRECTS when it says so but names no place
 */
export function redirectTarget(
  response: Pick<HttpResponse, 'url' | 'status' | 'headers'>,
): URL | null {
  if (!REDIRECTS.has(response.status)) return null;
  const { location } = response.headers;
  try {
    if (location) return new URL(location, response.url);
  } catch {
    // Falls through: an address that cannot be read is as good as none.
  }
  throw new FetchFailure('ERR_FETCH_REDIRECTS', 'The server redirects to no readable address.');
}
