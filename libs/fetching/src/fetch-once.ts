import { AddressPolicy } from './http/address-policy.js';
import { HttpClient } from './http/http-client.js';
import { FetchFailure } from './outcome/fetch-failure.js';
import type { FetchCode } from './outcome/codes.js';
import { MemoryHostLeases } from './polite/memory-host-leases.js';
import { MemoryRobotsCache } from './polite/memory-robots-cache.js';
import { PoliteClient, type PoliteResponse } from './polite/polite-client.js';
import { Turns } from './polite/turns.js';
import { conditionalHeaders } from './validators.js';

/** How one fetch behaves; the defaults are those of the service. */
export interface FetchOnceOptions {
  /** User-Agent header; what precedes its `/` is the robots agent. */
  readonly userAgent: string;
  /** `host:port` pairs that may be fetched although their address is not public. */
  readonly allowPrivate?: readonly string[];
  /** Milliseconds between two requests to one host. */
  readonly hostDelayMs?: number;
  readonly etag?: string;
  readonly lastModified?: string;
}

/** How it ended: with an answer, or with a code and one sentence. */
export type FetchOnceResult =
  | ({ readonly status: 'fetched'; readonly code: 'OK'; readonly reason: null } & Answer)
  | ({ readonly status: 'unchanged'; readonly code: 'UNCHANGED'; readonly reason: null } & Answer)
  | {
      readonly status: 'refused' | 'failed';
      readonly code: FetchCode;
      readonly reason: string;
      readonly url: string;
    };

interface Answer {
  /** Where the redirects led. */
  readonly url: string;
  readonly httpStatus: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Redirects followed. */
  readonly hops: number;
  readonly httpVersion: '1.1' | '2';
  /** Whole milliseconds that the last request took. */
  readonly tookMs: number;
}

const answerOf = (response: PoliteResponse): Answer => {
  const { url, status, headers, body, hops, httpVersion } = response;
  const tookMs = Math.round(response.tookMs);
  return { url, httpStatus: status, headers, body, hops, httpVersion, tookMs };
};

/** The product token of a User-Agent: what robots.txt speaks to. */
export const robotsAgentOf = (userAgent: string): string =>
  /^[A-Za-z_-]+/.exec(userAgent)?.[0] ?? userAgent;

/**
 * Fetches one URL with the service's guard, robots rules, delays and caps, but without its database.
 * Never throws for what a site does: every end is a result.
 */
export async function fetchOnce(url: string, options: FetchOnceOptions): Promise<FetchOnceResult> {
  const { userAgent, allowPrivate = [], hostDelayMs = 1_000 } = options;
  const http = new HttpClient(new AddressPolicy(allowPrivate), userAgent);
  const turns = new Turns(new MemoryHostLeases(), 30_000);
  const politeness = { hostDelayMs, robotsAgent: robotsAgentOf(userAgent), maxRedirects: 5 };
  const client = new PoliteClient(http, turns, new MemoryRobotsCache(), politeness);
  const validators = { etag: options.etag ?? null, lastModified: options.lastModified ?? null };
  try {
    const response = await client.fetch(url, { headers: conditionalHeaders(validators) });
    return response.status === 304
      ? { status: 'unchanged', code: 'UNCHANGED', reason: null, ...answerOf(response) }
      : { status: 'fetched', code: 'OK', reason: null, ...answerOf(response) };
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    return { status: error.status, code: error.code, reason: error.message, url };
  } finally {
    await http.close();
  }
}
