import { afterEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '@tocsin/config';
import { cliSettings } from '../settings.js';
import { closeServers, serve } from '../testing/run-cli.js';
import type { FeedState } from '../feeds/model.js';
import { countFeeds } from './feed-counts.js';

afterEach(closeServers);

const feed = (n: number, state: FeedState = 'active', failures = 0) => ({
  id: n.toString(16).padStart(32, '0'),
  state,
  failures,
});

async function counted(feeds: readonly ReturnType<typeof feed>[]) {
  const asked: string[] = [];
  const { url } = await serve((request, response) => {
    asked.push(request.url ?? '');
    const { searchParams } = new URL(request.url ?? '', 'http://x');
    const after = searchParams.get('after') ?? '';
    const limit = Number(searchParams.get('limit'));
    const page = feeds.filter(({ id }) => id > after).slice(0, limit);
    const next = page.length < limit ? null : page.at(-1)?.id;
    response.end(JSON.stringify({ feeds: page, next }));
  });
  const env = { TOCSIN_FETCHER_URL: url };
  const counts = await countFeeds(loadConfig({ cli: cliSettings }, env).cli);
  return { counts, asked };
}

describe('the feeds', () => {
  it('are counted by state, failing ones among the active', async () => {
    const { counts } = await counted([
      feed(1),
      feed(2, 'active', 3),
      feed(3, 'paused', 9),
      feed(4, 'parked', 9),
      feed(5, 'stopped'),
    ]);
    expect(counts).toEqual({ active: 2, paused: 1, parked: 1, stopped: 1, failing: 1 });
  });

  it('are counted beyond a page', async () => {
    const { counts, asked } = await counted(Array.from({ length: 1_000 }, (_, n) => feed(n + 1)));
    expect(counts.active).toBe(1_000);
    expect(asked).toHaveLength(2);
    expect(
      (await counted(Array.from({ length: 2_500 }, (_, n) => feed(n + 1)))).counts.active,
    ).toBe(2_500);
  });

  it('may be none', async () => {
    expect((await counted([])).counts).toMatchObject({ active: 0, failing: 0 });
  });
});
