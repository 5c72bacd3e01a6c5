import { parseOpml, renderOpml } from '@tocsin/feeds';
import type { DataSource } from 'typeorm';
import type { FeedEnd, FeedProperties, FeedTable, FeedUrls } from '../frontier/feed-table.js';
import type { FeedView, PollView } from '../frontier/feed-view.js';
import { stopSource } from '../frontier/stop-source.js';
import { sourceAt } from '../work/discovered.js';
import { whyQuiet, type Quiet } from './why-quiet.js';

/** A feed with what became of it. */
export interface FeedDetail {
  readonly feed: FeedView;
  /** Newest first. */
  readonly outcomes: readonly PollView[];
  readonly quiet: Quiet;
  readonly urls: FeedUrls;
  readonly ends: readonly FeedEnd[];
}

/** What an import did. */
export interface ImportResult {
  readonly added: number;
  readonly known: number;
  readonly refused: readonly {
    readonly url: string;
    readonly code: string;
    readonly reason: string;
  }[];
}

/** The address is none that could be a feed. */
export class FeedUrlError extends Error {
  readonly code = 'ERR_FEED_URL';
  constructor() {
    super('The url must be absolute, http or https.');
  }
}

const OUTCOMES = 20;
const EXPORT_PAGE = 1_000;

/** Everything that is done with feeds beside polling them. */
export class FeedManagement {
  constructor(
    readonly table: FeedTable,
    private readonly database: DataSource,
    private readonly initialIntervalMs: number,
  ) {}

  /**
   * Idempotent: a feed is known by its normalised URL.
   *
   * @throws FeedUrlError
   */
  async add(
    url: string,
    properties: FeedProperties,
    known: 'all' | 'tags' = 'all',
  ): Promise<{ feed: FeedView; added: boolean }> {
    const source = sourceAt(url);
    if (!source) throw new FeedUrlError();
    return this.table.add(source, this.initialIntervalMs, properties, known);
  }

  /** @returns null when there is no such feed */
  async detail(id: string): Promise<FeedDetail | null> {
    const feed = await this.table.get(id);
    if (!feed) return null;
    const outcomes = await this.table.polls(id, OUTCOMES);
    const [urls, ends] = [await this.table.urls(id), await this.table.ends(id)];
    return { feed, outcomes, quiet: whyQuiet(feed, outcomes), urls, ends };
  }

  stop(id: string, reason: string | null): Promise<FeedView | null> {
    return stopSource(this.database, id, reason);
  }

  /** Adds what an OPML document names; what is known already gets the tags too. */
  async importOpml(opml: string, properties: FeedProperties): Promise<ImportResult> {
    const { feeds, refused } = parseOpml(Buffer.from(opml, 'utf8'));
    const failures: ImportResult['refused'][number][] = [...refused];
    let added = 0;
    let known = 0;
    for (const { url, title, tags } of feeds) {
      const all = [...new Set([...tags, ...(properties.tags ?? [])])];
      try {
        const own = { ...properties, ...(title === null ? {} : { title }), tags: all };
        const result = await this.add(url, own, 'tags');
        if (result.added) added += 1;
        else known += 1;
      } catch (error) {
        if (!(error instanceof FeedUrlError)) throw error;
        failures.push({ url, code: error.code, reason: error.message });
      }
    }
    return { added, known, refused: failures };
  }

  /** All feeds that are not stopped, as OPML. */
  async exportOpml(): Promise<string> {
    const feeds: FeedView[] = [];
    for (let after = ''; ;) {
      const page = await this.table.list({ limit: EXPORT_PAGE, after });
      feeds.push(...page.filter(({ state }) => state !== 'stopped'));
      const last = page.at(-1);
      if (!last || page.length < EXPORT_PAGE) break;
      after = last.id;
    }
    return renderOpml(
      'Tocsin',
      feeds.map(({ url, title, tags }) => ({ url, title, siteUrl: null, tags: [...tags] })),
    );
  }
}
