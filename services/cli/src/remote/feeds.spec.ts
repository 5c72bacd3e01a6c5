import { afterEach, describe, expect, it } from '@jest/globals';
import { closeServers, serve } from '../testing/run-cli.js';
import { readFeeds } from './feeds.js';

afterEach(closeServers);

const feed = (n: number, state: 'active' | 'paused' = 'active', failures = 0) => ({
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
    const page = feeds.filter(({ id }) => id > after).slice(0, Number(searchParams.get('limit')));
    response.end(JSON.stringify({ feeds: page }));
  });
  const counts = await readFeeds({ name: 'fetcher', url, setting: 'TOCSIN_FETCHER_URL' });
  return { counts, asked };
}

describe('the feeds', () => {
  it('are counted by state, failing ones among the active', async () => {
    const { counts } = await counted([feed(1), feed(2, 'active', 3), feed(3, 'paused', 9)]);
    expect(counts).toEqual({ active: 2, paused: 1, failing: 1 });
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
    expect((await counted([])).counts).toEqual({ active: 0, paused: 0, failing: 0 });
  });
});
