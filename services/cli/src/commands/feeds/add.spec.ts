import { afterEach, describe, expect, it } from '@jest/globals';
import { feedProbe, feedsServer, feedView } from '../../testing/feeds-server.js';
import { closeServers, runCli } from '../../testing/run-cli.js';
import type { FeedProbe } from '../../feeds/model.js';

afterEach(closeServers);

const FEED = 'https://example.org/rss';
const add = async (probe: FeedProbe, ...flags: string[]) => {
  const { calls, env } = await feedsServer([], { [probe.url]: probe });
  const ran = await runCli(['feeds', 'add', probe.url, ...flags], { env });
  const added = calls.filter(({ path }) => path === '/v1/feeds').map(({ body }) => body);
  return Object.assign(ran, { calls, added });
};
const candidate = (url: string, by: string) => ({ url, title: null, kind: 'rss', by });
const page = (...candidates: FeedProbe['candidates']) =>
  feedProbe('https://example.org/', { kind: 'site', candidates });

describe('tocsin feeds add', () => {
  it('looks at a feed, says what it is, and adds it', async () => {
    const { stdout, exitCode, added } = await add(feedProbe(FEED));
    expect(exitCode).toBe(0);
    expect(added).toEqual([{ url: FEED }]);
    expect(stdout).toMatch(/kind +rss/);
    expect(stdout).toMatch(/title +News/);
    expect(stdout).toMatch(/robots +allowed \(No rule forbids it\.\)/);
    expect(stdout).toContain('2026-01-01 11:00  https://example.org/1  One');
    expect(stdout).toMatch(new RegExp(`${feedView(FEED).id.slice(0, 12)} active ${FEED}\n$`));
  });

  it('says it as one object, too', async () => {
    const { json } = await add(feedProbe(FEED), '--json');
    expect(json).toEqual([{ probe: feedProbe(FEED), feed: feedView(FEED) }]);
  });

  it('gives the feed what it is told', async () => {
    const flags = [
      '--title',
      'T',
      '--priority',
      '-5',
      '--tag',
      'a',
      '--tag',
      'b',
      '--lane',
      'live',
    ];
    const times = ['--min-interval', '90s', '--max-interval', '1d', '--host-delay', '500ms'];
    const { added } = await add(feedProbe(FEED), ...flags, ...times, '--no-recheck');
    expect(added).toEqual([
      {
        url: FEED,
        title: 'T',
        priority: -5,
        tags: ['a', 'b'],
        settings: {
          lane: 'live',
          minIntervalMs: 90_000,
          maxIntervalMs: 86_400_000,
          hostDelayMs: 500,
          recheck: false,
        },
      },
    ]);
  });

  it.each([
    ['--priority', '11'],
    ['--min-interval', 'often'],
    ['--lane', 'fast'],
  ])('refuses %s %s as usage', async (...flags) => {
    expect((await add(feedProbe(FEED), ...flags)).exitCode).toBe(2);
  });

  it('only looks, or does not look at all, where that is asked for', async () => {
    const looked = await add(feedProbe(FEED), '--probe-only');
    expect([looked.exitCode, looked.added]).toEqual([0, []]);
    const blind = await add(feedProbe(FEED), '--no-probe');
    expect(blind.calls.map(({ path }) => path)).toEqual(['/v1/feeds']);
    expect(blind.exitCode).toBe(0);
  });

  it('adds nothing that can’t be fetched or read', async () => {
    const refused = { status: 'refused', code: 'ERR_FETCH_ROBOTS', reason: 'Forbidden.' } as const;
    const robots = { allowed: false, reason: 'Disallow: /', crawlDelaySeconds: 5 };
    const { exitCode, added, stderr, stdout } = await add(
      feedProbe(FEED, { ...refused, robots, kind: null, items: [] }),
    );
    expect([exitCode, added]).toEqual([3, []]);
    expect(stderr).toBe('tocsin: ERR_FETCH_ROBOTS: Forbidden.\n');
    expect(stdout).toMatch(/robots +forbidden, 5 s apart \(Disallow: \/\)/);
  });

  it('takes the one feed that a page declares', async () => {
    const found = page(candidate(FEED, 'link'), candidate(`${FEED}2`, 'anchor'));
    const { exitCode, added } = await add(found, '--tag', 'x');
    expect([exitCode, added]).toEqual([0, [{ url: FEED, tags: ['x'] }]]);
  });

  it('lists several feeds of a page, and takes the first when told to', async () => {
    const found = page(candidate(FEED, 'link'), candidate(`${FEED}2`, 'link'));
    const listed = await add(found);
    expect([listed.exitCode, listed.added]).toEqual([3, []]);
    expect(listed.stderr).toContain('ERR_CLI_CANDIDATES');
    expect(listed.stdout).toMatch(/link +rss +https:\/\/example\.org\/rss2/);
    expect((await add(found, '--yes')).added).toEqual([{ url: FEED }]);
    expect((await add(page(candidate(FEED, 'well-known')))).exitCode).toBe(3);
  });

  it('follows a page that names no feed only when told to', async () => {
    const { exitCode, json } = await add(page(), '--json');
    expect(exitCode).toBe(3);
    expect(json).toMatchObject([{ feed: null, error: { code: 'ERR_CLI_NO_FEED' } }]);
    expect((await add(page(), '--yes')).added).toEqual([{ url: 'https://example.org/' }]);
  });

  it('tells what the fetcher refuses', async () => {
    const { exitCode, stderr } = await add(feedProbe('ftp://example.org/'), '--no-probe');
    expect([exitCode, stderr]).toEqual([3, 'tocsin: ERR_FEED_URL: No URL.\n']);
    const { json } = await add(feedProbe('ftp://example.org/'), '--json');
    expect(json).toMatchObject([{ feed: null, error: { code: 'ERR_FEED_URL' } }]);
  });

  it('lets no feed steer the terminal', async () => {
    const { stdout } = await add(feedProbe(FEED, { title: 'a\u001b[2Jb' }));
    expect(stdout).toMatch(/title +a \[2Jb/);
  });
});
