import type { HttpClient, HttpResponse, RequestOptions } from '../http/http-client.js';
import type { FetchCode } from '../outcome/codes.js';
import { FetchFailure } from '../outcome/fetch-failure.js';
import type { Errand } from './errand.js';
import { statusFailure } from './status-failure.js';
import type { Turns } from './turns.js';

/** No server may silence us for longer, in milliseconds. */
const MAX_RETRY_AFTER_MS = 86_400_000;

/** Ends that say that a host is in trouble, rather than that it or we refuse. */
const TROUBLE: ReadonlySet<FetchCode> = new Set([
  'ERR_FETCH_TIMEOUT',
  'ERR_FETCH_CONNECTION',
  'ERR_FETCH_TLS',
  'ERR_FETCH_DNS',
  'ERR_FETCH_SERVER',
]);

/** The host of a lease, by which requests take turns. */
export const hostOf = (url: URL): string => url.host;

const isTrouble = (failure: unknown): boolean =>
  failure instanceof FetchFailure && TROUBLE.has(failure.code);

/** Makes each request in its host's turn, and leaves the host its rest. */
export class InTurn {
  constructor(
    private readonly http: HttpClient,
    readonly turns: Turns,
  ) {}

  /**
   * @param delayMs rest of the host after the request; a longer `Retry-After` wins
   * @param askedMs what the answer itself asks for; it wins, too, when it is longer
   * @throws FetchFailure
   */
  async get(
    url: URL,
    errand: Errand,
    delayMs: number,
    options: RequestOptions,
    askedMs: (response: HttpResponse) => number = () => 0,
  ): Promise<HttpResponse> {
    // Before all else: a refused host gets no turn, no look-up of its name, nothing.
    this.http.policy.check(url);
    const lease = await errand.lease(hostOf(url));
    const started = performance.now();
    let restMs = delayMs;
    let failed = false;
    try {
      const response = await this.turns.during(lease, () => this.http.get(url, options));
      const failure = statusFailure(response, Date.now());
      failed = isTrouble(failure);
      const retryAfterMs = Math.min(failure?.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
      restMs = Math.max(delayMs, retryAfterMs, askedMs(response));
      return response;
    } catch (error) {
      failed = isTrouble(error);
      throw error;
    } finally {
      await this.turns.end(lease, restMs, { tookMs: performance.now() - started, failed });
    }
  }
}
