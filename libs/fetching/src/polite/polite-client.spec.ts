import { describe, expect, it } from '@jest/globals';
import { politeClient, redirect, site, text, type Answer } from '../testing/site.js';

describe('the server’s own log', () => {
  it('shows robots.txt first and once, then pages no sooner than the delay', async () => {
    const { origin, host, log } = await site({ '/a': text('A'), '/b': text('B') });
    const polite = politeClient([host], { hostDelayMs: 60 });
    await Promise.all([polite.fetch(`${origin}/a`), polite.fetch(`${origin}/b`)]);
    await polite.fetch(`${origin}/a`);
    expect(log.filter((seen) => seen.path === '/robots.txt').length).toBeLessThanOrEqual(2);
    for (const [i, seen] of log.entries())
      if (i > 0) expect(seen.at - (log[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(59);
  });

  it('shows no page that robots.txt forbids, reached by redirect neither', async () => {
    const { origin, host, log } = await site({
      '/robots.txt': text('User-agent: tocsinbot\nDisallow: /private'),
      '/go': redirect('/private/x'),
    });
    const polite = politeClient([host]);
    for (const path of ['/private/x', '/go', '/%70rivate/x'])
      await expect(polite.fetch(origin + path)).rejects.toMatchObject({ code: 'ERR_FETCH_ROBOTS' });
    expect(log.map((seen) => seen.path)).toEqual(['/robots.txt', '/go']);
  });

  it('shows nothing at all while robots.txt fails', async () => {
    const { origin, host, log } = await site({
      '/robots.txt': (_, response) => response.writeHead(503).end(),
    });
    const polite = politeClient([host]);
    for (let i = 0; i < 2; i++)
      await expect(polite.fetch(`${origin}/a`)).rejects.toMatchObject({
        code: 'ERR_FETCH_ROBOTS_UNREACHABLE',
      });
    expect(log).toHaveLength(1);
  });

  it('shows nothing when robots.txt sends us to a refused address or breaks off', async () => {
    const answers: Answer[] = [
      redirect('http://169.254.169.254/'),
      (_, response) => response.destroy(),
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
    ];
    for (const answer of answers) {
      const { origin, host, log } = await site({ '/robots.txt': answer, '/a': text('A') });
      await expect(politeClient([host]).fetch(`${origin}/a`)).rejects.toMatchObject({
        code: 'ERR_FETCH_ROBOTS_UNREACHABLE',
      });
      expect(log.map((seen) => seen.path)).toEqual(['/robots.txt']);
    }
  });

  it('shows the crawl delay kept, where it is the longer one', async () => {
    const { origin, host, log } = await site({
      '/robots.txt': text('User-agent: *\nCrawl-delay: 0.2'),
      '/a': text('A'),
    });
    const polite = politeClient([host], { hostDelayMs: 10 });
    await polite.fetch(`${origin}/a`);
    await polite.fetch(`${origin}/a`);
    expect((log[2]?.at ?? 0) - (log[1]?.at ?? 0)).toBeGreaterThanOrEqual(199);
  });

  it('shows Retry-After kept', async () => {
    const { origin, host, log } = await site({
      '/a': (_, response) => response.writeHead(429, { 'retry-after': '60' }).end(),
    });
    const polite = politeClient([host], { maxWaitMs: 30 });
    await expect(polite.fetch(`${origin}/a`)).rejects.toMatchObject({ retryAfterMs: 60_000 });
    await expect(polite.fetch(`${origin}/b`)).rejects.toMatchObject({
      code: 'ERR_FETCH_HOST_BUSY',
    });
    expect(log).toHaveLength(2);
  });

  it('shows validators byte for byte', async () => {
    const { origin, host, log } = await site({
      '/a': (_, response) => response.writeHead(304).end(),
    });
    const etag = 'W/"x-é,\'1"';
    const modified = 'thu, 6 jan 2022 10:00:00 +0000';
    const answer = await politeClient([host]).fetch(`${origin}/a`, {
      headers: {
        'if-none-match': Buffer.from(etag, 'utf8').toString('latin1'),
        'if-modified-since': modified,
      },
    });
    expect(answer.status).toBe(304);
    const sent = log[1]?.headers;
    expect(Buffer.from(sent?.['if-none-match'] ?? '', 'latin1').toString('utf8')).toBe(etag);
    expect(sent?.['if-modified-since']).toBe(modified);
  });
});

describe('redirects', () => {
  it('are followed five times, each hop in its host’s turn', async () => {
    const other = await site({ '/end': text('there') });
    const { origin, host } = await site({
      '/1': redirect('/2'),
      '/2': redirect(`${other.origin}/end`),
    });
    const answer = await politeClient([host, other.host]).fetch(`${origin}/1`);
    expect(answer.body.toString()).toBe('there');
    expect(answer.url).toBe(`${other.origin}/end`);
    expect(other.log.map((seen) => seen.path)).toEqual(['/robots.txt', '/end']);
  });

  it('say how many there were, and where the permanent ones lead', async () => {
    const { origin, host } = await site({
      '/old': redirect('/moved', 301),
      '/moved': redirect('/new', 308),
      '/new': redirect('/today', 302),
      '/today': text('news'),
    });
    const polite = politeClient([host]);
    expect(await polite.fetch(`${origin}/old`)).toMatchObject({
      hops: 3,
      url: `${origin}/today`,
      permanentUrl: `${origin}/new`,
    });
    expect(await polite.fetch(`${origin}/new`)).toMatchObject({ hops: 1, permanentUrl: null });
    expect(await polite.fetch(`${origin}/today`)).toMatchObject({ hops: 0, permanentUrl: null });
  });
});
