import { parseRobots, ROBOTS_MAX_BYTES, type RobotsMatcher } from '@tocsin/feeds';
import { LRUCache } from 'lru-cache';
import type { HttpResponse } from '../http/http-client.js';
import type { FetchCode } from '../outcome/codes.js';
import { FetchFailure } from '../outcome/fetch-failure.js';
import type { Errand } from './errand.js';
import type { InTurn } from './in-turn.js';
import { redirectTarget } from './redirect.js';
import type { KnownRobots, RobotsAnswer, RobotsCache } from './robots-cache.port.js';

/** How robots.txt is asked for and read. */
export interface SiteRulesOptions {
  /** Product token that rules are read for. */
  readonly robotsAgent: string;
  /** Milliseconds that a host rests after it was asked for its robots.txt. */
  readonly hostDelayMs: number;
  readonly maxRedirects: number;
}

const DAY_MS = 86_400_000;
/** A site in trouble is asked again soon, but not with every page. */
const UNREACHABLE_TTL_MS = 10 * 60_000;

/** Nobody was asked. */
const UNASKED: readonly FetchCode[] = ['ERR_FETCH_HOST_BUSY', 'ERR_FETCH_STOPPED'];
/** The page itself is out of reach, for a reason that says more than its robots.txt being so. */
const SAME_FOR_PAGE: readonly FetchCode[] = ['ERR_FETCH_ADDRESS', 'ERR_FETCH_DNS', 'ERR_FETCH_TLS'];

/** Bytes of memory that rules in use may take; some ten thousand sites. */
const MAX_MATCHER_BYTES = 64 * 1024 * 1024;
/** Rules taken apart take a multiple of their text, plus what even an empty file takes. */
const matcherBytes = ({ body }: RobotsAnswer) => 4 * body.length + 1_024;

/**
 * What each site permits. A robots.txt is fetched once for all replicas (the cache behind the port) and
 * read once for all pages that this process fetches (the matchers in front of it).
 */
export class SiteRules {
  private readonly matchers = new LRUCache<string, RobotsMatcher>({ maxSize: MAX_MATCHER_BYTES });

  constructor(
    private readonly requests: InTurn,
    private readonly cache: RobotsCache,
    private readonly options: SiteRulesOptions,
  ) {}

  /** @throws FetchFailure when it is not our or the site's turn, or the site can't be trusted */
  async of(url: URL, errand: Errand): Promise<RobotsMatcher> {
    return this.matchers.get(url.origin) ?? this.read(await this.known(url, errand), url.origin);
  }

  /** The answer itself, beside what it means. */
  async answerOf(url: URL, errand: Errand): Promise<[RobotsAnswer, RobotsMatcher]> {
    const known = await this.known(url, errand);
    return [known.answer, this.read(known, url.origin)];
  }

  private read({ answer, ttlMs }: KnownRobots, origin: string): RobotsMatcher {
    const matcher = parseRobots(answer.body, answer.status, this.options.robotsAgent);
    const ttl = Math.ceil(ttlMs);
    if (ttl > 0) this.matchers.set(origin, matcher, { ttl, size: matcherBytes(answer) });
    return matcher;
  }

  private async known({ origin }: URL, errand: Errand): Promise<KnownRobots> {
    return (await this.cache.get(origin)) ?? (await this.ask(origin, errand));
  }

  private async ask(origin: string, errand: Errand): Promise<KnownRobots> {
    const answer = await this.fetch(new URL('/robots.txt', origin), errand);
    const unreachable = answer.status === 0 || answer.status >= 500;
    const ttlMs = unreachable ? UNREACHABLE_TTL_MS : DAY_MS;
    await this.cache.put(origin, answer, ttlMs);
    return { answer, ttlMs };
  }

  private crawlDelayMs({ body, status, url }: HttpResponse): number {
    const rules = parseRobots(body, status, this.options.robotsAgent);
    return (rules.verdict(url).crawlDelay ?? 0) * 1000;
  }

  /** RFC 9309, 2.3.1.2: at least five redirects are followed, also to other hosts. */
  private async fetch(url: URL, errand: Errand): Promise<RobotsAnswer> {
    let current = url;
    const { maxRedirects, hostDelayMs } = this.options;
    for (let hop = 0; hop <= maxRedirects; hop++) {
      const options = { maxBodyBytes: ROBOTS_MAX_BYTES, onExcess: 'cut' } as const;
      const delayMs = errand.delayMs(hostDelayMs);
      // What it asks for holds from its very first request on.
      const asked = (answer: HttpResponse) => this.crawlDelayMs(answer);
      try {
        const response = await this.requests.get(current, errand, delayMs, options, asked);
        const target = redirectTarget(response);
        if (!target) return { status: response.status, body: response.body };
        current = target;
      } catch (error) {
        const telling = hop === 0 ? [...UNASKED, ...SAME_FOR_PAGE] : UNASKED;
        if (!(error instanceof FetchFailure) || telling.includes(error.code)) throw error;
        return { status: 0, body: new Uint8Array() };
      }
    }
    // Unavailable rather than forbidden: the site did answer, there is just no file to find.
    return { status: 404, body: new Uint8Array() };
  }
}
