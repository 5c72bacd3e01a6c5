import { ROBOTS_MAX_BYTES, robotsVerdict, type RobotsVerdict } from '@tocsin/feeds';
import type { HttpClient, HttpResponse, RequestOptions } from '../http/http-client.js';
import type { FetchCode } from '../outcome/codes.js';
import { FetchFailure } from '../outcome/fetch-failure.js';
import type { HostLease } from './host-leases.port.js';
import { redirectTarget } from './redirect.js';
import type { RobotsAnswer, RobotsCache } from './robots-cache.port.js';
import { statusFailure } from './status-failure.js';
import type { Turns } from './turns.js';

/** How the client behaves towards hosts. */
export interface Politeness {
  /** Milliseconds between two requests to one host; a longer crawl delay of the site wins. */
  readonly hostDelayMs: number;
  /** Product token that robots.txt rules are read for. */
  readonly robotsAgent: string;
  readonly maxRedirects: number;
}

const DAY_MS = 86_400_000;
/** A site in trouble is asked again soon, but not with every page. */
const UNREACHABLE_TTL_MS = 10 * 60_000;

/** Without a turn nobody was asked; without trust in the connection the page itself is out of reach. */
const SAYS_NOTHING_OF_ROBOTS: ReadonlySet<FetchCode> = new Set([
  'ERR_FETCH_HOST_BUSY',
  'ERR_FETCH_TLS',
]);

/** The host of a lease, by which requests take turns. */
export const hostOf = (url: URL): string => url.host;

/**
 * The only way to ask a host for anything. Every request – page, feed, robots.txt, each hop of a
 * redirect – passes the address guard, takes its host's turn, and leaves it with the host's delay.
 */
export class PoliteClient {
  constructor(
    private readonly http: HttpClient,
    private readonly turns: Turns,
    private readonly robots: RobotsCache,
    private readonly politeness: Politeness,
  ) {}

  /**
   * Fetches a page or feed: robots.txt first, then the page, then where it redirects to.
   *
   * @param held a lease of the URL's host that the caller already has; it is used or given back
   * @returns the final answer, 2xx or 304
   * @throws FetchFailure
   */
  async fetch(
    url: string,
    headers: Readonly<Record<string, string>> = {},
    held?: HostLease,
  ): Promise<HttpResponse> {
    let current = parse(url);
    const hand = new Hand(this.turns, held);
    try {
      for (let hop = 0; hop <= this.politeness.maxRedirects; hop++) {
        const delayMs = await this.assertAllowed(current, hand);
        const response = await this.one(current, hand, delayMs, { headers });
        const target = redirectTarget(response);
        if (!target) {
          const failure = statusFailure(response, Date.now());
          if (failure) throw failure;
          return response;
        }
        current = target;
      }
    } finally {
      await hand.giveBack();
    }
    throw new FetchFailure(
      'ERR_FETCH_REDIRECTS',
      `More than ${this.politeness.maxRedirects} redirects.`,
    );
  }

  /** Milliseconds to leave the host alone after the request, or a refusal. */
  private async assertAllowed(url: URL, hand: Hand): Promise<number> {
    // Before all else: a refused host isn't even asked for its robots.txt.
    this.http.policy.check(url);
    const answer = (await this.robots.get(url.origin)) ?? (await this.askRobots(url.origin, hand));
    const { robotsAgent, hostDelayMs } = this.politeness;
    const verdict = robotsVerdict(answer.body, answer.status, robotsAgent, url.href);
    if (!verdict.allowed) throw robotsFailure(verdict, url.origin);
    return Math.max(hostDelayMs, (verdict.crawlDelay ?? 0) * 1000);
  }

  private async askRobots(origin: string, hand: Hand): Promise<RobotsAnswer> {
    let answer: RobotsAnswer;
    try {
      answer = await this.robotsOf(new URL('/robots.txt', origin), hand);
    } catch (error) {
      if (!(error instanceof FetchFailure) || SAYS_NOTHING_OF_ROBOTS.has(error.code)) throw error;
      answer = { status: 0, body: new Uint8Array() };
    }
    const unreachable = answer.status === 0 || answer.status >= 500;
    await this.robots.put(origin, answer, unreachable ? UNREACHABLE_TTL_MS : DAY_MS);
    return answer;
  }

  /** RFC 9309, 2.3.1.2: at least five redirects are followed, also to other hosts. */
  private async robotsOf(url: URL, hand: Hand): Promise<RobotsAnswer> {
    let current = url;
    for (let hop = 0; hop <= this.politeness.maxRedirects; hop++) {
      this.http.policy.check(current);
      const response = await this.one(current, hand, this.politeness.hostDelayMs, {
        maxBodyBytes: ROBOTS_MAX_BYTES,
        onExcess: 'cut',
      });
      const target = redirectTarget(response);
      if (!target) return { status: response.status, body: response.body };
      current = target;
    }
    // Unavailable rather than forbidden: the site did answer, there is just no file to find.
    return { status: 404, body: new Uint8Array() };
  }

  /** One request in its host's turn. */
  private async one(
    url: URL,
    hand: Hand,
    delayMs: number,
    options: RequestOptions,
  ): Promise<HttpResponse> {
    const lease = await hand.take(hostOf(url));
    let rest = delayMs;
    try {
      const response = await this.turns.during(lease, () => this.http.get(url, options));
      const asked = statusFailure(response, Date.now())?.retryAfterMs ?? 0;
      rest = Math.max(delayMs, Math.min(asked, DAY_MS));
      return response;
    } finally {
      await this.turns.end(lease, rest);
    }
  }
}

/** A lease brought along, until a request of its host takes it. */
class Hand {
  constructor(
    private readonly turns: Turns,
    private held: HostLease | undefined,
  ) {}

  async take(host: string): Promise<HostLease> {
    const { held } = this;
    if (held?.host === host && this.turns.isFresh(held)) {
      this.held = undefined;
      return held;
    }
    await this.giveBack();
    return this.turns.take(host);
  }

  /** Unused: nobody was asked, so nobody needs to rest. */
  async giveBack(): Promise<void> {
    const { held } = this;
    this.held = undefined;
    if (held) await this.turns.end(held, 0);
  }
}

function parse(url: string): URL {
  try {
    return new URL(url);
  } catch (cause) {
    throw new FetchFailure('ERR_FETCH_URL', 'This is no URL.', { cause });
  }
}

function robotsFailure({ reason }: RobotsVerdict, origin: string): FetchFailure {
  return reason === 'unreachable'
    ? new FetchFailure('ERR_FETCH_ROBOTS_UNREACHABLE', `${origin} could not say what it forbids.`)
    : new FetchFailure('ERR_FETCH_ROBOTS', `robots.txt of ${origin} forbids it.`);
}
