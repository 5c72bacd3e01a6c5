import {
  decodeText,
  discoverFeeds,
  FeedError,
  SitemapError,
  sitemapsInRobots,
  type FeedCandidate,
} from '@tocsin/feeds';
import { FetchFailure, type PoliteClient, type PoliteResponse } from '@tocsin/fetching';
import type { SourceDocument } from '../work/read-source.js';
import type { SourceReader } from '../work/source-reader.js';

/** What there is at an address that someone wants to add. */
export interface ProbeResult {
  readonly status: 'fetched' | 'refused' | 'failed';
  readonly code: string;
  readonly reason: string | null;
  readonly url: string;
  /** Where its redirects led. */
  readonly finalUrl: string | null;
  readonly kind: SourceDocument['kind'] | null;
  readonly title: string | null;
  readonly siteUrl: string | null;
  readonly robots: {
    readonly allowed: boolean;
    readonly reason: string;
    readonly crawlDelaySeconds: number | null;
  } | null;
  readonly itemCount: number;
  /** The first five. */
  readonly items: readonly {
    readonly url: string;
    readonly title: string | null;
    readonly publishedAt: string | null;
  }[];
  /** Feeds that a page which is none itself names, and sitemaps that its site's robots.txt does. */
  readonly candidates: readonly ProbeCandidate[];
}

/** A source that could be added instead. */
export type ProbeCandidate = Omit<FeedCandidate, 'by'> & {
  readonly by: FeedCandidate['by'] | 'robots';
};

/** What a probe asks and reads with. */
export interface ProbeDependencies {
  readonly client: PoliteClient;
  readonly sources: Pick<SourceReader, 'read'>;
}

const SAMPLE = 5;

/** Looks at an address as a poll would, politely, and changes nothing. */
export async function probeFeed(
  { client, sources }: ProbeDependencies,
  url: string,
): Promise<ProbeResult> {
  let result: ProbeResult = { ...NOTHING, url };
  try {
    const { allowed, reason, crawlDelay, text } = await client.robots(url);
    result = { ...result, robots: { allowed, reason, crawlDelaySeconds: crawlDelay } };
    const response = await client.fetch(url);
    const contentType = response.headers['content-type'] ?? null;
    result = { ...result, status: 'fetched', finalUrl: response.url };
    const answer = { url: response.url, contentType, body: response.body };
    const document = await sources.read(answer);
    const { kind, title, siteUrl, items } = document;
    return {
      ...result,
      code: 'OK',
      kind,
      title,
      siteUrl,
      itemCount: items.length || document.sources.length,
      items: items
        .slice(0, SAMPLE)
        .map(({ url, title, publishedAt }) => ({ url, title, publishedAt })),
      candidates: kind === 'site' ? candidatesOf(response, contentType, text) : [],
    };
  } catch (error) {
    if (error instanceof FetchFailure)
      return { ...result, status: error.status, code: error.code, reason: error.message };
    if (error instanceof FeedError || error instanceof SitemapError)
      return { ...result, status: 'failed', code: error.code, reason: error.message };
    throw error;
  }
}

function candidatesOf(
  { url, body }: PoliteResponse,
  contentType: string | null,
  robotsText: string,
): ProbeCandidate[] {
  const sitemaps = sitemapsInRobots(robotsText);
  return [
    ...discoverFeeds(decodeText(body, contentType).text, url),
    ...sitemaps.map((sitemap) => ({
      url: sitemap,
      title: null,
      kind: 'sitemap' as const,
      by: 'robots' as const,
    })),
  ];
}

const NOTHING = {
  status: 'failed',
  code: 'OK',
  reason: null,
  finalUrl: null,
  kind: null,
  title: null,
  siteUrl: null,
  robots: null,
  itemCount: 0,
  items: [],
  candidates: [],
} as const;
