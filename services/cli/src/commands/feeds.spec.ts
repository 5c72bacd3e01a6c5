import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { feedsServer, feedView } from '../testing/feeds-server.js';
import { closeServers, NOBODY, runCli } from '../testing/run-cli.js';

afterEach(closeServers);

const [ONE, TWO] = ['https://example.org/one', 'https://example.org/two'] as const;
const [one, two] = [feedView(ONE, { tags: ['a'] }), feedView(TWO, { state: 'parked' })] as const;

describe('tocsin feeds list', () => {
  it('shows a line for each feed', async () => {
    const { env } = await feedsServer([one, two]);
    const { stdout, stderr, exitCode } = await runCli(['feeds', 'list'], { env });
    expect(stdout).toMatch(/^id +state +kind +prio +every/);
    expect(stdout).toMatch(new RegExp(`${two.id.slice(0, 12)} +parked +rss +0 +10 min .*${TWO}`));
    expect([stderr, exitCode]).toEqual(['2 feeds\n', 0]);
  });

  it('shows those that are asked for, and says when there are more', async () => {
    const { env } = await feedsServer([one, two]);
    const list = async (...flags: string[]) =>
      (await runCli(['feeds', 'list', '--json', ...flags], { env })).json.map(({ url }) => url);
    expect(await list('--state', 'parked')).toEqual([TWO]);
    expect(await list('--tag', 'a')).toEqual([ONE]);
    expect(await list('--search', 'two')).toEqual([TWO]);
    expect(await list('--limit', '1')).toHaveLength(1);
    expect((await runCli(['feeds', 'list', '--limit', '1'], { env })).stderr).toBe(
      '1 feeds, and there are more\n',
    );
    expect((await runCli(['feeds', 'list', '--state', 'lost'], { env })).exitCode).toBe(2);
  });

  it('reads page after page', async () => {
    const many = Array.from({ length: 1_200 }, (_, n) => feedView(`https://example.org/${n}`));
    const { env, calls } = await feedsServer(many);
    const { json } = await runCli(['feeds', 'list', '--json', '--limit', '5000'], { env });
    expect(new Set(json.map(({ id }) => id)).size).toBe(1_200);
    expect(calls).toHaveLength(2);
  });

  it('shows nothing of nothing', async () => {
    const { env } = await feedsServer();
    expect(await runCli(['feeds', 'list'], { env })).toMatchObject({ stdout: '', exitCode: 0 });
  });
});

describe('tocsin feeds show', () => {
  it('tells a feed’s facts, its last polls, and why it is quiet', async () => {
    const { env } = await feedsServer([feedView(ONE, { intervalWhy: 'It changes hourly.' })]);
    const { stdout, exitCode } = await runCli(['feeds', 'show', ONE], { env });
    expect(stdout).toMatch(/every +10 min \(It changes hourly\.\)/);
    expect(stdout).toMatch(/nothing new +ever: The last 3 polls failed\./);
    expect(stdout).toMatch(
      /pages +1 pending, 20 fetched, 3 rejected, 0 failed\n +3 ERR_FETCH_ROBOTS/,
    );
    expect(stdout).toContain(
      '2026-01-01 12:00  500  ERR_FETCH_STATUS  0 items  0 new  120 ms  It answered with 500.',
    );
    expect(exitCode).toBe(0);
  });

  it('finds a feed by its URL in any form, its id, or the beginning of its id', async () => {
    const { env } = await feedsServer([one, two]);
    const show = (name: string) => runCli(['feeds', 'show', name, '--json'], { env });
    for (const name of ['https://EXAMPLE.org:443/one#x', one.id, one.id.slice(0, 5).toUpperCase()])
      expect((await show(name)).json).toMatchObject([{ feed: { url: ONE } }]);
  });

  it('says when there is none, several, or no name at all', async () => {
    const [id, other] = ['ab', 'ac'].map((end) => end.padStart(32, '0'));
    const { env } = await feedsServer([feedView(ONE, { id }), feedView(TWO, { id: other })]);
    const show = (name: string) => runCli(['feeds', 'show', name, '--json'], { env });
    expect(await show('f')).toMatchObject({ exitCode: 3 });
    expect((await show('https://example.org/none')).json).toMatchObject([
      { error: { code: 'ERR_FEED_UNKNOWN' } },
    ]);
    expect(await show('00')).toMatchObject({ exitCode: 2 });
    expect((await show(`${'0'.repeat(30)}a`)).exitCode).toBe(2);
    expect(await show('some feed')).toMatchObject({ exitCode: 2 });
    expect((await runCli(['feeds', 'show', 'f'], { env })).stderr).toContain('ERR_FEED_UNKNOWN');
  });
});

describe('tocsin feeds set', () => {
  it('changes what is given, and nothing else', async () => {
    const { env, calls } = await feedsServer([one, two]);
    const flags = ['--priority', '3', '--tag', 'b', '--min-interval', '2m'];
    const { json, exitCode } = await runCli(['feeds', 'set', ONE, TWO, ...flags, '--json'], {
      env,
    });
    const change = { priority: 3, tags: ['b'], settings: { minIntervalMs: 120_000 } };
    expect(calls).toMatchObject(
      [one, two].map(({ id }) => ({ method: 'PATCH', path: `/v1/feeds/${id}` })),
    );
    expect(calls.map(({ body }) => body)).toEqual([change, change]);
    expect(json).toMatchObject([
      { url: ONE, ...change },
      { url: TWO, ...change },
    ]);
    expect(exitCode).toBe(0);
    expect((await runCli(['feeds', 'set', ONE], { env })).exitCode).toBe(2);
  });
});

describe('what a feed is told', () => {
  it.each([
    ['pause', 'paused'],
    ['resume', 'active'],
    ['stop', 'stopped'],
    ['poll', 'parked'],
  ])('%s: it is %s', async (verb, state) => {
    const { env, calls } = await feedsServer([two]);
    const { stdout, exitCode } = await runCli(['feeds', verb, TWO], { env });
    expect(stdout).toBe(`${two.id.slice(0, 12)} ${state} ${TWO}\n`);
    expect(calls).toMatchObject([
      { method: 'POST', path: `/v1/feeds/${two.id}/${verb}`, body: {} },
    ]);
    expect(exitCode).toBe(0);
  });

  it('is told each feed with the reason, whatever the others answer', async () => {
    const key = 'a key of enough characters';
    const { env, calls } = await feedsServer([one]);
    const { json, exitCode } = await runCli(
      ['feeds', 'stop', TWO, ONE, '--reason', 'closed', '--json'],
      { env: { ...env, TOCSIN_API_KEY: key } },
    );
    expect(json).toMatchObject([
      { feed: TWO, error: { code: 'ERR_FEED_UNKNOWN' } },
      { url: ONE, state: 'stopped', stateReason: 'closed' },
    ]);
    expect(exitCode).toBe(3);
    expect(calls.every(({ headers }) => headers.authorization === `Bearer ${key}`)).toBe(true);
    const { stderr } = await runCli(['feeds', 'stop', TWO], { env });
    expect(stderr).toBe(`${TWO}: ERR_FEED_UNKNOWN: None such.\n`);
  });

  it('stops the command when the fetcher is away', async () => {
    const { exitCode, stderr } = await runCli(['feeds', 'pause', ONE, TWO], {
      env: { TOCSIN_FETCHER_URL: NOBODY },
    });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^tocsin: ERR_CLI_UNREACHABLE: [^\n]*\n$/);
  });
});

describe('tocsin feeds import and export', () => {
  const opmlOf = (...urls: string[]) =>
    `<opml version="2.0"><body><outline text="World">${urls
      .map((url) => `<outline text="F" type="rss" xmlUrl="${url}"/>`)
      .join('')}</outline></body></opml>`;
  const file = async (text: string) => {
    const path = join(await mkdtemp(join(tmpdir(), 'tocsin-cli-')), 'feeds.opml');
    await writeFile(path, text);
    return path;
  };

  it('adds all feeds of a file, part by part, and counts', async () => {
    const { env, calls } = await feedsServer();
    const urls = Array.from({ length: 1_100 }, (_, n) => `https://example.org/${n}`);
    const path = await file(opmlOf(...urls));
    const { stdout, stderr, exitCode } = await runCli(
      ['feeds', 'import', path, '--tag', 'x', '--priority', '2'],
      { env },
    );
    expect([stdout, exitCode]).toEqual(['1100 added, 0 known, 0 refused\n', 0]);
    expect(stderr).toBe('500 of 1100 feeds\n1000 of 1100 feeds\n1100 of 1100 feeds\n');
    expect(calls).toHaveLength(3);
    expect(calls[0]?.body).toMatchObject({ tags: ['x'], priority: 2 });
  });

  it('tells which are refused', async () => {
    const { env } = await feedsServer();
    const path = await file(opmlOf(ONE, 'ftp://example.org/'));
    const { json, exitCode } = await runCli(['feeds', 'import', path, '--json'], { env });
    expect(json).toMatchObject([
      { file: path, added: 1, refused: [{ url: 'ftp://example.org/', code: 'ERR_OPML_NOT_WEB' }] },
    ]);
    expect(exitCode).toBe(3);
    const { stderr } = await runCli(['feeds', 'import', path], { env });
    expect(stderr).toMatch(/^refused ftp:\/\/example\.org\/: ERR_OPML_NOT_WEB: .+\n$/);
    expect((await runCli(['feeds', 'import', '/nowhere.opml'], { env })).exitCode).toBe(1);
  });

  it('writes what the fetcher exports', async () => {
    const { env } = await feedsServer();
    const { stdout } = await runCli(['feeds', 'export'], { env });
    expect(stdout).toBe('<opml version="2.0"/>\n');
    const path = await file('');
    const { json } = await runCli(['feeds', 'export', '--output', path, '--json'], { env });
    expect(json).toEqual([{ file: path, bytes: 22 }]);
    expect(await readFile(path, 'utf8')).toBe('<opml version="2.0"/>\n');
    const nowhere = await runCli(['feeds', 'export', '--output', '/nowhere/x'], { env });
    expect(nowhere.stderr).toContain('ERR_CLI_FILE');
  });
});
