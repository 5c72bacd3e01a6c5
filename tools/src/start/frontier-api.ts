import { getJson, postJson } from './http-json.js';

/** What a fetcher counts, `GET /v1/frontier`. */
export interface FrontierCounts {
  readonly pending: number;
  readonly fetched: number;
  readonly rejected: number;
  readonly failed: number;
  /** Feeds that were never asked. */
  readonly unpolled: number;
}

const REGISTRATIONS_AT_ONCE = 16;

/** What is asked of a fetcher's own API, without the rest of the line. */
export class FrontierApi {
  constructor(private readonly url: string) {}

  /** @param lane `live` for feeds whose old articles are to be taken for news */
  async addFeeds(feeds: readonly string[], lane: 'auto' | 'live' = 'auto'): Promise<void> {
    const left = feeds.values();
    const worker = async () => {
      // All workers draw from one iterator.
      for (const url of left) await postJson(`${this.url}/v1/feeds`, { url, settings: { lane } });
    };
    await Promise.all(Array.from({ length: REGISTRATIONS_AT_ONCE }, worker));
  }

  counts(): Promise<FrontierCounts> {
    return getJson(`${this.url}/v1/frontier`);
  }
}
