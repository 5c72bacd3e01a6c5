import { Agent, request, type Dispatcher } from 'undici';
import type { AddressPolicy } from './address-policy.js';
import { asFailure } from './classify-error.js';
import { ACCEPT_ENCODING, decodeBody, type OnExcess } from './decode-body.js';
import { guardedConnector, type Resolve } from './guarded-connector.js';

/** Limits of one request; together they bound its time and memory whatever the server does. */
export interface HttpLimits {
  /** Total, from first byte sent to last byte decoded. */
  readonly deadlineMs: number;
  readonly connectTimeoutMs: number;
  /** Decoded bytes. */
  readonly maxBodyBytes: number;
  readonly maxHeaderBytes: number;
}

export const DEFAULT_HTTP_LIMITS: HttpLimits = {
  deadlineMs: 30_000,
  connectTimeoutMs: 10_000,
  maxBodyBytes: 10 * 1024 * 1024,
  maxHeaderBytes: 32 * 1024,
};

/** One answer, body decoded. Header names are lower-case; of repeated headers the first counts. */
export interface HttpResponse {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The body's bytes as they came, when gzip was their only coding and all of them belong to it. */
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

function firstOf(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    Array.isArray(value) ? value[0] : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Makes single requests, safely; knows nothing of redirects, robots or politeness. */
export class HttpClient {
  private readonly agent: Agent;

  constructor(
    readonly policy: AddressPolicy,
    private readonly userAgent: string,
    private readonly limits: HttpLimits = DEFAULT_HTTP_LIMITS,
    resolve?: Resolve,
  ) {
    this.agent = new Agent({
      connect: guardedConnector(policy, limits.connectTimeoutMs, resolve),
      connections: 1,
      pipelining: 1,
      allowH2: false,
      maxHeaderSize: limits.maxHeaderBytes,
      headersTimeout: limits.deadlineMs,
      bodyTimeout: limits.deadlineMs,
      keepAliveTimeout: 4_000,
      keepAliveMaxTimeout: 30_000,
    });
  }

  /**
   * One GET; a redirect is an answer like any other.
   *
   * @throws FetchFailure
   */
  async get(url: URL, options: RequestOptions = {}): Promise<HttpResponse> {
    this.policy.check(url);
    const cap = options.maxBodyBytes ?? this.limits.maxBodyBytes;
    const started = performance.now();
    const signal = AbortSignal.timeout(this.limits.deadlineMs);
    try {
      const response = await request(url, {
        dispatcher: this.agent,
        signal,
        headers: {
          'user-agent': this.userAgent,
          accept: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8',
          'accept-encoding': ACCEPT_ENCODING,
          ...options.headers,
        },
      });
      const answered = firstOf(response.headers);
      const coding = answered['content-encoding'] ?? '';
      const wire: Buffer[] = [];
      if (/^\s*(x-)?gzip\s*$/i.test(coding)) response.body.on('data', (chunk) => wire.push(chunk));
      const body = await decodeBody(response.body, coding, cap, options.onExcess);
      const gzipped = wire.length === 0 || options.onExcess ? null : Buffer.concat(wire);
      return {
        url: url.href,
        status: response.statusCode,
        headers: answered,
        body,
        gzipped,
        httpVersion: '1.1',
        tookMs: performance.now() - started,
      };
    } catch (error) {
      throw asFailure(error, signal);
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }
}
