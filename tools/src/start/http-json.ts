/** An answer of one of our own services that is not the one we need. */
export class ServiceAnswerError extends Error {
  readonly code = 'ERR_START_SERVICE_ANSWER';
  readonly exitCode = 1;
  constructor(url: string, what: string) {
    super(`${url} answered ${what}.`);
    this.name = 'ServiceAnswerError';
  }
}

/** A local service that says nothing for this long hangs. */
const TIMEOUT_MS = 10_000;

/** @throws ServiceAnswerError for any status but a success */
export async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new ServiceAnswerError(url, `status ${response.status}`);
  return (await response.json()) as T;
}

/** @throws ServiceAnswerError for any status that is no success */
export async function postJson(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const text = await response.text();
  if (response.ok) return;
  throw new ServiceAnswerError(url, `status ${response.status}: ${text.slice(0, 200)}`);
}
