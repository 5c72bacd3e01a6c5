import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { normaliseUrl, urlId } from '@tocsin/feeds';
import type { FeedDetail, FeedProbe, FeedView } from '../feeds/model.js';
import { serve } from './run-cli.js';

/** A call as the API got it. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly headers: IncomingMessage['headers'];
}

/** A feed as the API shows it. */
export const feedView = (url: string, more: Partial<FeedView> = {}): FeedView => ({
  id: urlId(normaliseUrl(url) ?? url),
  url,
  title: null,
  kind: 'rss',
  state: 'active',
  stateReason: null,
  priority: 0,
  tags: [],
  settings: {},
  intervalMs: 600_000,
  intervalWhy: null,
  nextPollAt: '2026-01-01T12:10:00.000Z',
  polledAt: '2026-01-01T12:00:00.000Z',
  changedAt: null,
  failures: 0,
  code: 'OK',
  reason: null,
  movedFrom: null,
  addedAt: '2025-12-01T00:00:00.000Z',
  ...more,
});

/** A probe of a feed in good order. */
export const feedProbe = (url: string, more: Partial<FeedProbe> = {}): FeedProbe => ({
  status: 'fetched',
  code: 'OK',
  reason: null,
  url,
  finalUrl: url,
  kind: 'rss',
  title: 'News',
  siteUrl: 'https://example.org/',
  robots: { allowed: true, reason: 'No rule forbids it.', crawlDelaySeconds: null },
  itemCount: 2,
  items: [{ url: 'https://example.org/1', title: 'One', publishedAt: '2026-01-01T11:00:00.000Z' }],
  candidates: [],
  ...more,
});

/** The fetcher's feed API over feeds in memory, by its contract. */
export async function feedsServer(
  stored: readonly FeedView[] = [],
  probes: Readonly<Record<string, FeedProbe>> = {},
) {
  const feeds = new Map(stored.map((feed) => [feed.id, feed]));
  const calls: Call[] = [];
  const { url } = await serve((request, response) => {
    void (async () => {
      const sent = await text(request);
      const body = (sent === '' ? {} : JSON.parse(sent)) as Record<string, unknown>;
      const { method = '', url: path = '', headers } = request;
      calls.push({ method, path, body, headers });
      const { status = 200, answer } = answerTo(method, path, body, feeds, probes);
      response.writeHead(status);
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    })();
  });
  return { calls, feeds, env: { TOCSIN_FETCHER_URL: url } };
}

interface Answered {
  readonly status?: number;
  readonly answer: unknown;
}

function answerTo(
  method: string,
  path: string,
  body: Record<string, unknown>,
  feeds: Map<string, FeedView>,
  probes: Readonly<Record<string, FeedProbe>>,
): Answered {
  const { pathname, searchParams } = new URL(path, 'http://api');
  const [id = '', verb = ''] = pathname.split('/').slice(3);
  const unknown = { status: 404, answer: { code: 'ERR_FEED_UNKNOWN', message: 'None such.' } };
  const put = (feed: FeedView): Answered => {
    feeds.set(feed.id, feed);
    return { answer: feed };
  };
  if (id === '' && method === 'GET') return listed([...feeds.values()], searchParams);
  if (id === '') {
    const { url, ...more } = body as { url: string };
    if (!/^https?:/.test(url))
      return { status: 422, answer: { code: 'ERR_FEED_URL', message: 'No URL.' } };
    return put(feedView(url, more));
  }
  if (id === 'probe') return { answer: probes[body['url'] as string] };
  if (id === 'export') return { answer: '<opml version="2.0"/>\n' };
  if (id === 'import') {
    const urls = [...(body['opml'] as string).matchAll(/xmlUrl="([^"]*)"/g)].map(([, url]) => url);
    const bad = urls.filter((url) => !url?.startsWith('http'));
    const refused = bad.map((url) => ({ url, code: 'ERR_OPML_NOT_WEB', reason: 'No web URL.' }));
    return { answer: { added: urls.length - bad.length, known: 0, refused } };
  }
  const feed = feeds.get(id);
  if (!feed) return unknown;
  if (method === 'PATCH') return put({ ...feed, ...body });
  if (method === 'GET') return { answer: detailOf(feed) };
  const states = { pause: 'paused', resume: 'active', stop: 'stopped' } as const;
  const state = states[verb as keyof typeof states] ?? feed.state;
  return put({ ...feed, state, stateReason: (body['reason'] as string | undefined) ?? null });
}

function listed(all: readonly FeedView[], query: URLSearchParams): Answered {
  const [limit, after] = [Number(query.get('limit')), query.get('after') ?? ''];
  const [state, tag, q] = ['state', 'tag', 'q'].map((name) => query.get(name));
  const page = [...all]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter((feed) => feed.id > after && (!state || feed.state === state))
    .filter((feed) => (!tag || feed.tags.includes(tag)) && (!q || feed.url.includes(q)))
    .slice(0, limit);
  return { answer: { feeds: page, next: page.length < limit ? null : page.at(-1)?.id } };
}

const detailOf = (feed: FeedView): FeedDetail => ({
  feed,
  outcomes: [
    {
      at: '2026-01-01T12:00:00.000Z',
      code: 'ERR_FETCH_STATUS',
      reason: 'It answered with 500.',
      status: 500,
      items: 0,
      fresh: 0,
      tookMs: 120,
    },
  ],
  quiet: { since: null, why: 'The last 3 polls failed.' },
  urls: { pending: 1, fetched: 20, rejected: 3, failed: 0 },
  ends: [{ code: 'ERR_FETCH_ROBOTS', urls: 3 }],
});
