import type { AddressPolicy } from './address-policy.js';
import { asFailure } from './classify-error.js';
import { ACCEPT_ENCODING } from './codings.js';
import { Connections, type Seat } from './connections.js';
import { decodeBody, type OnExcess } from './decode-body.js';
import { FetchFailure } from '../outcome/fetch-failure.js';
import { Exchange, type WireAnswer } from './exchange.js';
import { guardedConnector, type Resolve } from './guarded-connector.js';
import { DEFAULT_HTTP_LIMITS, type HttpLimits } from './limits.js';

/** One answer, body decoded. Header names are lower-case; of repeated headers the first counts. */
export interface HttpResponse {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The body's bytes as they came, when they are one gzip stream and nothing else. */
  readonly gzipped: Buffer | null;
  readonly httpVersion: '1.1' | '2';
  /** Milliseconds from the request to the last decoded byte. */
  readonly tookMs: number;
}

/** How one request differs from the others. */
export interface RequestOptions {
  /** Beside those that every request has. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Decoded bytes, instead of the client's limit. */
  readonly maxBodyBytes?: number | undefined;
  readonly onExcess?: OnExcess | undefined;
}

/** How one client differs from the others. */
export interface HttpClientOptions extends Partial<HttpLimits> {
  /** Resolves names, instead of the system. */
  readonly resolve?: Resolve | undefined;
  /** Certificates (PEM) to trust, instead of the well-known authorities. */
  readonly ca?: string | undefined;
}

/** Makes single requests, safely; knows nothing of redirects, robots or politeness. */
export class HttpClient {
  private readonly limits: HttpLimits;
  private readonly connections: Connections;
  private readonly headers: readonly string[];

  constructor(
    readonly policy: AddressPolicy,
    userAgent: string,
    { resolve, ca, ...limits }: HttpClientOptions = {},
  ) {
    this.limits = { ...DEFAULT_HTTP_LIMITS, ...limits };
    const timeoutMs = this.limits.connectTimeoutMs;
    const connector = guardedConnector(policy, { timeoutMs, resolve, ca });
    this.connections = new Connections(connector, this.limits);
    this.headers = [
      ...['user-agent', userAgent],
      ...['accept', 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8'],
      ...['accept-encoding', ACCEPT_ENCODING],
    ];
  }

  /** Sockets that are open, being opened or being closed. */
  get openSockets(): number {
    return this.connections.open;
  }

  /**
   * One GET; a redirect is an answer like any other.
   *
   * @throws FetchFailure
   */
  async get(url: URL, options: RequestOptions = {}): Promise<HttpResponse> {
    this.policy.check(url);
    const { maxBodyBytes = this.limits.maxBodyBytes, onExcess = 'refuse' } = options;
    // Only a client at its cap has to wait here.
    const seating = this.connections.enter(url.origin);
    const seat = seating instanceof Promise ? await seating : seating;
    const started = performance.now();
    let usable = false;
    let answer: WireAnswer;
    try {
      const { maxHeaderBytes } = this.limits;
      const exchange = new Exchange({ maxHeaderBytes, maxBodyBytes, onExcess });
      answer = await this.exchange(url, seat, options.headers, exchange);
      usable = !answer.cut;
    } catch (error) {
      throw asFailure(error);
    } finally {
      this.connections.leave(seat, usable);
    }
    const { body, gzipped } = await decodeBody(answer, maxBodyBytes, onExcess);
    const { status, headers } = answer;
    const httpVersion = seat.httpVersion;
    const tookMs = performance.now() - started;
    return { url: url.href, status, headers, body, gzipped, httpVersion, tookMs };
  }

  private async exchange(
    url: URL,
    { client }: Seat,
    headers: Readonly<Record<string, string>> | undefined,
    exchange: Exchange,
  ): Promise<WireAnswer> {
    const deadline = setTimeout(
      () =>
        exchange.fail(new FetchFailure('ERR_FETCH_TIMEOUT', 'The fetch exceeded its deadline.')),
      this.limits.deadlineMs,
    );
    try {
      const all = headers ? [...this.headers, ...Object.entries(headers).flat()] : this.headers;
      const path = url.search ? url.pathname + url.search : url.pathname;
      client.dispatch({ path, method: 'GET', headers: all as string[] }, exchange);
      return await exchange.answer;
    } finally {
      clearTimeout(deadline);
    }
  }

  async close(): Promise<void> {
    await this.connections.close();
  }
}
