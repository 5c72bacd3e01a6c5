import type { Incident } from '@tocsin/contracts';
import { getJson, postJson } from './http-json.js';

/** Milliseconds that articles spent in one stage. */
export interface HopTimes {
  readonly p50: number;
  readonly p99: number;
}

/** What the store counts, `GET /v1/stats`. */
export interface LineStats {
  /** Articles stored. */
  readonly articles: number;
  readonly rejected: number;
  readonly failed: number;
  readonly deadLetters: number;
  /** URLs accepted that have not come to an end, and feeds that have not been polled. */
  readonly pending: number;
  readonly hops: Readonly<Record<'fetch' | 'extract' | 'deduplicate' | 'store', HopTimes>>;
}

/** What the fetcher has before it, `GET /v1/frontier`. */
interface Frontier {
  readonly pending: number;
  readonly unpolled: number;
}

const PAGE = 200;

/** Everything that the start command asks of the services over HTTP. */
export class LineApi {
  constructor(
    private readonly fetcherUrl: string,
    readonly storeUrl: string,
  ) {}

  /**
   * Registering a feed again is no error: a second start does so.
   *
   * @param lane `live` for a feed whose old articles are to be taken for news
   * @param more further settings of the feed, in milliseconds
   */
  addFeed(
    url: string,
    lane: 'auto' | 'live' = 'auto',
    more: Readonly<Record<string, number>> = {},
  ): Promise<void> {
    return postJson(`${this.fetcherUrl}/v1/feeds`, { url, settings: { lane, ...more } });
  }

  /** Polls every feed at once, whatever its schedule says. */
  async pollFeeds(): Promise<void> {
    const { feeds } = await getJson<{ feeds: { id: string }[] }>(`${this.fetcherUrl}/v1/feeds`);
    for (const { id } of feeds) await postJson(`${this.fetcherUrl}/v1/feeds/${id}/poll`, {});
  }

  /** The store's counts, with what the fetcher still has before it. */
  async stats(): Promise<LineStats> {
    const frontier = await getJson<Frontier>(`${this.fetcherUrl}/v1/frontier`);
    const stats = await getJson<LineStats>(`${this.storeUrl}/v1/stats`);
    return { ...stats, pending: stats.pending + frontier.pending + frontier.unpolled };
  }

  /** The newest incidents of the store. */
  async incidents(): Promise<Incident[]> {
    const answer = await getJson<{ items: Incident[] }>(
      `${this.storeUrl}/v1/incidents?limit=${PAGE}`,
    );
    return answer.items;
  }
}
