import { ApiError } from './api-error.js';
import { sessionKey } from './key.js';

const TIMEOUT_MS = 15_000;

interface Problem {
  readonly code?: unknown;
  readonly detail?: unknown;
}

/**
 * An answer of the API.
 *
 * @throws ApiError with the API's own code and sentence, or `ERR_CONSOLE_OFFLINE` when nobody answered
 */
export async function getJson<T>(
  url: string,
  signal?: AbortSignal,
  fetcher: typeof fetch = fetch,
): Promise<T> {
  return (await getAnswer<T>(url, signal, fetcher)).body;
}

export interface Answer<T> {
  readonly body: T;
  /** The API's clock, ms since the epoch, in whole seconds; null when it didn't say. */
  readonly atMs: number | null;
}

/** As `getJson`, with the moment of the answer. */
export async function getAnswer<T>(
  url: string,
  signal?: AbortSignal,
  fetcher: typeof fetch = fetch,
): Promise<Answer<T>> {
  const response = await ask(url, {}, signal, fetcher);
  const atMs = Date.parse(response.headers.get('date') ?? '');
  return { body: (await response.json()) as T, atMs: Number.isNaN(atMs) ? null : atMs };
}

/** Has something done, by a call that changes or that takes more than an address can hold. */
export async function postJson<T>(
  url: string,
  body: object,
  signal?: AbortSignal,
  fetcher: typeof fetch = fetch,
): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  return (await (await ask(url, init, signal, fetcher)).json()) as T;
}

async function ask(
  url: string,
  init: { readonly headers?: Record<string, string> } & RequestInit,
  signal: AbortSignal | undefined,
  fetcher: typeof fetch,
): Promise<Response> {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const either = signal ? AbortSignal.any([signal, limit]) : limit;
  const key = sessionKey();
  const headers = {
    accept: 'application/json',
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    ...init.headers,
  };
  let response: Response;
  try {
    response = await fetcher(url, { ...init, signal: either, headers });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, 'ERR_CONSOLE_OFFLINE', 'The store does not answer.');
  }
  if (!response.ok) throw await refusalOf(response);
  return response;
}

async function refusalOf(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const code = typeof problem.code === 'string' ? problem.code : `ERR_HTTP_${response.status}`;
  const detail =
    typeof problem.detail === 'string' ? problem.detail : `The store answers ${response.status}.`;
  return new ApiError(response.status, code, detail);
}
