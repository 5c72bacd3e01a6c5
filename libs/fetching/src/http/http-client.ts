import type { AddressPolicy } from './address-policy.js';
import { asFailure } from './classify-error.js';
import { ACCEPT_ENCODING } from './codings.js';
import { Connections, Http2Agreed, type Seat } from './connections.js';
import { decodeBody, type OnExcess } from './decode-body.js';
import { FetchFailure } from '../outcome/fetch-failure.js';
import { Exchange, type ExchangeLimits, type WireAnswer } from './exchange.js';
import { dnsResolve, type Resolve } from './dns-resolve.js';
import { HeldBytes } from './held-bytes.js';
import { guardedConnector } from './guarded-connector.js';
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
  /** Resolves names, instead of the DNS. */
  readonly resolve?: Resolve | undefined;
  /** Certificates (PEM) to trust, instead of the well-known authorities. */
  readonly ca?: string | undefined;
}

const tooLate = () => new FetchFailure('ERR_FETCH_TIMEOUT', 'The fetch exceeded its deadline.');

/** Makes single requests, safely; knows nothing of redirects, robots or politeness. */
export class HttpClient {
  private readonly limits: HttpLimits;
  private readonly connections: Connections;
  private readonly held: HeldBytes;
  private readonly headers: readonly string[];
  private readonly names = dnsResolve();

  constructor(
    readonly policy: AddressPolicy,
    userAgent: string,
    { resolve, ca, ...limits }: HttpClientOptions = {},
  ) {
    this.limits = { ...DEFAULT_HTTP_LIMITS, ...limits };
    const timeoutMs = this.limits.connectTimeoutMs;
    const connector = guardedConnector(policy, {
      timeoutMs,
      ca,
      resolve: resolve ?? this.names,
    });
    this.held = new HeldBytes(this.limits.maxHeldBytes);
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

  /** Bytes of bodies that requests under way hold. */
  get heldBytes(): number {
    return this.held.bytes;
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
    let httpVersion: HttpResponse['httpVersion'];
    try {
      const { maxHeaderBytes } = this.limits;
      const limits = { maxHeaderBytes, maxBodyBytes, onExcess };
      [answer, httpVersion] = await this.exchange(url, seat, options.headers, limits);
      usable = !answer.cut;
    } catch (error) {
      throw asFailure(error);
    } finally {
      this.connections.leave(seat, usable);
    }
    try {
      const { body, gzipped } = await decodeBody(answer, maxBodyBytes, onExcess);
      const { status, headers } = answer;
      const tookMs = performance.now() - started;
      return { url: url.href, status, headers, body, gzipped, httpVersion, tookMs };
    } finally {
      answer.release();
    }
  }

  private async exchange(
    url: URL,
    seat: Seat,
    headers: Readonly<Record<string, string>> | undefined,
    limits: ExchangeLimits,
  ): Promise<[WireAnswer, HttpResponse['httpVersion']]> {
    let exchange = new Exchange(limits, this.held);
    const deadline = setTimeout(() => exchange.fail(tooLate()), this.limits.deadlineMs);
    try {
      const all = headers ? [...this.headers, ...Object.entries(headers).flat()] : this.headers;
      const path = url.search ? url.pathname + url.search : url.pathname;
      if (!seat.http2) {
        seat.client.dispatch({ path, method: 'GET', headers: all as string[] }, exchange);
        try {
          return [await exchange.answer, '1.1'];
        } catch (error) {
          if (!(error instanceof Http2Agreed)) throw error;
          exchange = new Exchange(limits, this.held);
        }
      }
      if (!seat.http2) throw new FetchFailure('ERR_FETCH_CONNECTION', 'The connection broke.');
      seat.http2.request(path, all, exchange);
      return [await exchange.answer, '2'];
    } finally {
      clearTimeout(deadline);
    }
  }

  async close(): Promise<void> {
    this.names.cancel();
    await this.connections.close();
  }
}
