import type { RobotsVerdict } from '@tocsin/feeds';
import type { HttpClient, HttpResponse, RequestOptions } from '../http/http-client.js';
import { FetchFailure } from '../outcome/fetch-failure.js';
import { Errand, type ErrandOptions } from './errand.js';
import { InTurn } from './in-turn.js';
import { Journey } from './journey.js';
import { redirectTarget } from './redirect.js';
import type { RobotsCache } from './robots-cache.port.js';
import { SiteRules } from './site-rules.js';
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

/** How one fetch differs from the others. */
export interface FetchOptions extends ErrandOptions {
  /** Beside those that every request has. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Decoded bytes, instead of the client's limit. */
  readonly maxBodyBytes?: number | undefined;
}

/** The last answer of a fetch, and the way to it. */
export interface PoliteResponse extends HttpResponse {
  /** Redirects followed. */
  readonly hops: number;
  /** Where permanent redirects (301, 308) alone lead from the start; null when the first is none. */
  readonly permanentUrl: string | null;
}

/** What a site's robots.txt says of one URL. */
export interface RobotsProbe extends RobotsVerdict {
  /** HTTP status of its last answer, 0 for none. */
  readonly status: number;
  /** Up to 500 KiB, whatever the status. */
  readonly text: string;
}

/**
 * The only way to ask a host for anything. Every request – page, feed, robots.txt, each hop of a
 * redirect – passes the address guard, takes its host's turn, and leaves it with the host's delay.
 */
export class PoliteClient {
  private readonly requests: InTurn;
  private readonly rules: SiteRules;

  constructor(
    private readonly http: HttpClient,
    turns: Turns,
    robots: RobotsCache,
    private readonly politeness: Politeness,
  ) {
    this.requests = new InTurn(http, turns);
    this.rules = new SiteRules(this.requests, robots, politeness);
  }

  /**
   * Fetches a page or feed: robots.txt first, then the page, then where it redirects to.
   *
   * @returns the final answer, 2xx or 304
   * @throws FetchFailure
   */
  async fetch(url: string, options: FetchOptions = {}): Promise<PoliteResponse> {
    return this.onErrand(options, async (errand) => {
      const { headers, maxBodyBytes } = options;
      const journey = new Journey(parse(url), this.politeness.maxRedirects);
      for (;;) {
        const response = await this.step(journey, errand, { headers, maxBodyBytes });
        const target = redirectTarget(response);
        if (target) {
          journey.follow(target, response.status);
          continue;
        }
        const failure = statusFailure(response, Date.now());
        if (failure) throw failure;
        return { ...response, hops: journey.hops, permanentUrl: journey.permanentUrl };
      }
    });
  }

  /**
   * What robots.txt says of a URL that is not itself fetched; asks the site where nobody has lately.
   *
   * @throws FetchFailure when the URL is refused or its host's turn doesn't come
   */
  async robots(url: string, options: ErrandOptions = {}): Promise<RobotsProbe> {
    return this.onErrand(options, async (errand) => {
      const target = parse(url);
      this.http.policy.check(target);
      const [{ status, body }, matcher] = await this.rules.answerOf(target, errand);
      return { ...matcher.verdict(target.href), status, text: new TextDecoder().decode(body) };
    });
  }

  private async onErrand<R>(options: ErrandOptions, work: (e: Errand) => Promise<R>): Promise<R> {
    const errand = new Errand(this.requests.turns, options);
    try {
      return await work(errand);
    } finally {
      await errand.giveBack();
    }
  }

  /** One request of a journey, unless its site forbids it. */
  private async step(
    journey: Journey,
    errand: Errand,
    request: RequestOptions,
  ): Promise<HttpResponse> {
    try {
      const delayMs = await this.assertAllowed(journey.at, errand);
      return await this.requests.get(journey.at, errand, delayMs, request);
    } catch (error) {
      if (journey.hops > 0 && error instanceof FetchFailure && error.code === 'ERR_FETCH_HOST_BUSY')
        error.resumeUrl = journey.at.href;
      throw error;
    }
  }

  /** Milliseconds to leave the host alone after the request, or a refusal. */
  private async assertAllowed(url: URL, errand: Errand): Promise<number> {
    // Before all else: a refused host isn't even asked for its robots.txt.
    this.http.policy.check(url);
    const verdict = (await this.rules.of(url, errand)).verdict(url.href);
    if (!verdict.allowed) throw robotsFailure(verdict, url.origin);
    const delayMs = errand.delayMs(this.politeness.hostDelayMs);
    return Math.max(delayMs, (verdict.crawlDelay ?? 0) * 1000);
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
