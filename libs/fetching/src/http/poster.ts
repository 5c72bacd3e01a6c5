import { retryAfterMs } from '@tocsin/feeds';
import { Agent, request, type Dispatcher } from 'undici';
import { FetchFailure } from '../outcome/fetch-failure.js';
import type { AddressPolicy } from './address-policy.js';
import { asFailure } from './classify-error.js';
import { dnsResolve } from './dns-resolve.js';
import { guardedConnector } from './guarded-connector.js';
import type { HttpClientOptions } from './http-client.js';

/** What a server said to a POST. */
export interface PostAnswer {
  readonly status: number;
  /** The beginning of the body, as far as it was read; bytes that are no UTF-8 become U+FFFD. */
  readonly excerpt: string;
  /** Milliseconds that it asks us to wait; null when it doesn't. */
  readonly retryAfterMs: number | null;
  /** Milliseconds from the request to the end of what was read. */
  readonly tookMs: number;
}

export interface PosterOptions extends Pick<HttpClientOptions, 'resolve' | 'ca'> {
  /** Milliseconds in total. */
  readonly deadlineMs?: number;
  /** Bytes of the answer that are read; with the rest the connection is given up. */
  readonly maxAnswerBytes?: number;
}

const DEADLINE_MS = 15_000;
const MAX_ANSWER_BYTES = 4 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;
/** Milliseconds that an idle connection is kept for the next message. */
const KEEP_ALIVE_MS = 10_000;

/**
 * Sends bodies to places that others name, under the same guard as fetches: public addresses on ports 80 and
 * 443 unless excepted, checked on the connected socket. A redirect is an answer like any other: nothing that
 * was signed for one place goes to another.
 */
export class Poster {
  private readonly agent: Agent;
  private readonly names = dnsResolve();
  private readonly deadlineMs: number;
  private readonly maxAnswerBytes: number;

  constructor(
    readonly policy: AddressPolicy,
    private readonly userAgent: string,
    { resolve, ca, ...limits }: PosterOptions = {},
  ) {
    const { deadlineMs = DEADLINE_MS, maxAnswerBytes = MAX_ANSWER_BYTES } = limits;
    this.deadlineMs = deadlineMs;
    this.maxAnswerBytes = maxAnswerBytes;
    const connect = guardedConnector(policy, {
      timeoutMs: deadlineMs,
      ca,
      resolve: resolve ?? this.names,
      http2: false,
    });
    this.agent = new Agent({
      connect: (options, callback) => void connect(options, callback),
      maxHeaderSize: MAX_HEADER_BYTES,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MS,
      // Each request has a deadline of its own that covers both.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /**
   * One POST of a JSON text.
   *
   * @param nowMs milliseconds since the epoch, what a date in `Retry-After` is counted from
   * @throws FetchFailure when there is no answer
   */
  async post(
    url: URL,
    body: string,
    headers: Readonly<Record<string, string>>,
    nowMs: number,
  ): Promise<PostAnswer> {
    this.policy.check(url);
    const startedAt = performance.now();
    const deadline = AbortSignal.timeout(this.deadlineMs);
    try {
      const answer = await request(url, {
        dispatcher: this.agent,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': this.userAgent },
        body,
        signal: deadline,
      });
      const excerpt = await this.beginningOf(answer.body);
      const asked = answer.headers['retry-after'];
      return {
        status: answer.statusCode,
        excerpt,
        retryAfterMs: typeof asked === 'string' ? retryAfterMs(asked, nowMs) : null,
        tookMs: performance.now() - startedAt,
      };
    } catch (error) {
      if (deadline.aborted)
        throw new FetchFailure('ERR_FETCH_TIMEOUT', 'The answer exceeded its deadline.');
      throw asFailure(error);
    }
  }

  private async beginningOf(body: Dispatcher.ResponseData['body']): Promise<string> {
    const chunks: Buffer[] = [];
    let left = this.maxAnswerBytes;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, left));
      left -= chunk.length;
      // Leaving the loop destroys the body and with it the connection: a flood ends here.
      if (left <= 0) break;
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  async close(): Promise<void> {
    this.names.cancel();
    await this.agent.destroy();
  }
}
