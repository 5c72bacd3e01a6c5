import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { closeServers, jsonl, NOBODY, runCli, serve } from '../testing/run-cli.js';
import { gzipped, httpResponse, pageRecord, warcRecord } from '../testing/warc.js';

afterEach(closeServers);

type Pushed = Record<string, string>;

/** A fetcher's API that knows what it was given before, and refuses what says "bad". */
async function fetcher() {
  const requests: IncomingMessage[] = [];
  const pushed: Pushed[] = [];
  const keys = new Set<string>();
  const { url, host } = await serve((request, response) => {
    void (async () => {
      if (request.url === '/page') {
        response.setHeader('content-type', 'text/html; charset=koi8-r');
        return void response.end('<p>From the web</p>');
      }
      if (request.url !== '/v1/documents/batch') return void response.writeHead(404).end();
      requests.push(request);
      const documents = JSON.parse(await text(request)) as Pushed[];
      const results = documents.map((document) => {
        pushed.push(document);
        const { idempotencyKey = '' } = document;
        if (bodyOf(document).includes('bad'))
          return { error: { code: 'ERR_PUSH_BODY', message: 'Not this one.' } };
        const status = keys.has(idempotencyKey) ? 'repeated' : 'accepted';
        keys.add(idempotencyKey);
        return { articleId: 'f'.repeat(32), version: 1, status };
      });
      response.writeHead(202, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ results }));
    })();
  });
  const env = {
    TOCSIN_FETCHER_URL: url,
    TOCSIN_FETCH_ALLOW_PRIVATE: host,
    TOCSIN_FETCH_HOST_DELAY_MS: '0',
  };
  return { url, env, requests, pushed };
}

const bodyOf = ({ html, text: plain, base64 }: Pushed): string =>
  html ?? plain ?? Buffer.from(base64 ?? '', 'base64').toString('latin1');

async function folder(files: Record<string, string | Buffer>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'tocsin-cli-'));
  for (const [name, body] of Object.entries(files)) {
    await mkdir(join(path, name, '..'), { recursive: true });
    await writeFile(join(path, name), body);
  }
  return path;
}

describe('tocsin ingest of files', () => {
  it('pushes every document of a folder under its URL, byte for byte, as history', async () => {
    const { env, pushed } = await fetcher();
    const path = await folder({ 'a.html': '<p>A</p>', 'b.txt': Buffer.from([0xe6]), 'c.htm': '' });
    const base = ['--base-url', 'https://example.org/'];
    const { json, exitCode } = await runCli(['ingest', path, ...base, '--json'], { env });
    const common = { lane: 'backfill', idempotencyKey: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect(pushed).toEqual([
      {
        url: 'https://example.org/a.html',
        base64: Buffer.from('<p>A</p>').toString('base64'),
        contentType: 'text/html',
        ...common,
      },
      { url: 'https://example.org/b.txt', base64: '5g==', contentType: 'text/plain', ...common },
    ]);
    expect(json).toEqual([
      {
        source: path,
        lane: 'backfill',
        records: 3,
        pushed: 2,
        unchanged: 0,
        outdated: 0,
        skipped: { empty: 1 },
        refused: {},
        bytes: 9,
        seconds: expect.any(Number),
      },
    ]);
    expect(exitCode).toBe(0);
  });

  it('changes nothing when it is done again', async () => {
    const { env } = await fetcher();
    const path = await folder({ 'a.html': '<p>A</p>', 'b.html': '<p>B</p>' });
    await runCli(['ingest', path], { env });
    const { stdout } = await runCli(['ingest', path], { env });
    expect(stdout).toMatch(/^2 records, 0 pushed, 2 unchanged, 0 skipped, 0 refused, /);
    await writeFile(join(path, 'a.html'), 'changed');
    expect((await runCli(['ingest', path], { env })).stdout).toContain('1 pushed, 1 unchanged');
  });

  it('goes by the lane that it is told', async () => {
    const { env, pushed } = await fetcher();
    const path = await folder({ 'a.html': '<p>A</p>' });
    await runCli(['ingest', path, '--lane', 'live'], { env });
    expect(pushed[0]?.['lane']).toBe('live');
    expect((await runCli(['ingest', path, '--lane', 'fast'], { env })).exitCode).toBe(2);
  });

  it('shows its key only when it has one', async () => {
    const { env, requests } = await fetcher();
    const path = await folder({ 'a.html': '<p>A</p>' });
    await runCli(['ingest', path], { env });
    const key = 'a key of enough characters';
    await runCli(['ingest', path], { env: { ...env, TOCSIN_API_KEY: key } });
    const given = requests.map(({ headers }) => headers.authorization);
    expect(given).toEqual([undefined, `Bearer ${key}`]);
  });

  it('says which were refused and goes on with the others', async () => {
    const { env } = await fetcher();
    const path = await folder({
      'a.html': 'bad',
      'b.html': '<p>B</p>',
      'c.html': Buffer.from([0x1f, 0x8b, 1, 2, 3]),
    });
    const { stdout, exitCode, stderr } = await runCli(['ingest', path], { env });
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^refused .*c\.html: ERR_CLI_FILE: .* gzip data is broken\.$/),
      expect.stringMatching(/^refused .*a\.html .*: ERR_PUSH_BODY: Not this one\.$/),
      '',
    ]);
    expect(stdout).toMatch(
      /^3 records, 1 pushed, .* 2 refused \(ERR_CLI_FILE 1, ERR_PUSH_BODY 1\)/,
    );
    expect(exitCode).toBe(3);
  });

  it('names each document where that is asked for', async () => {
    const { env } = await fetcher();
    const path = await folder({ 'a.html': 'bad', 'b.html': '<p>B</p>' });
    const { json } = await runCli(['ingest', path, '--each', '--json'], { env });
    expect(json).toMatchObject([
      { source: join(path, 'a.html'), error: { code: 'ERR_PUSH_BODY' } },
      { source: join(path, 'b.html'), status: 'accepted', version: 1 },
      { records: 2, pushed: 1, refused: { ERR_PUSH_BODY: 1 } },
    ]);
    const { stdout } = await runCli(['ingest', path, '--each'], { env });
    expect(stdout).toContain(`repeated ${join(path, 'b.html')} https://files.invalid/`);
  });

  it('stops when the fetcher is away, and says how to go on', async () => {
    const path = await folder({ 'a.html': '<p>A</p>', 'b.html': '<p>B</p>' });
    const env = { TOCSIN_FETCHER_URL: NOBODY };
    const { exitCode, stderr } = await runCli(['ingest', path], { env });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/2 records, 0 pushed, .*; start it again to go on\n/);
    expect(stderr).toMatch(
      /tocsin: ERR_CLI_UNREACHABLE: The fetcher at .* TOCSIN_FETCHER_URL\.\n$/,
    );
  });
});

describe('tocsin ingest of a web archive', () => {
  const archive = gzipped(
    warcRecord({ type: 'warcinfo', block: 'software: x' }),
    pageRecord('https://example.org/1', '<p>One</p>', { id: 'one' }),
    warcRecord({ type: 'request', block: 'GET / HTTP/1.1\r\n\r\n' }),
    warcRecord({ block: httpResponse('GIF', ['Content-Type: image/gif']) }),
    warcRecord({ url: 'https://example.org/2', block: 'no HTTP' }),
    pageRecord('https://example.org/3', '<p>Three</p>', { id: 'three' }),
    pageRecord('https://example.org/4', '<p>cut off</p>'.repeat(40)),
  ).subarray(0, -60);

  it('pushes its pages with their time, and counts everything else', async () => {
    const { env, pushed } = await fetcher();
    const path = await folder({ 'CC-NEWS-1.warc.gz': archive });
    const { json, exitCode, stderr } = await runCli(['ingest', path, '--json'], { env });
    expect(pushed.map(({ url, fetchedAt }) => [url, fetchedAt])).toEqual([
      ['https://example.org/1', '2016-08-26T11:02:03.000Z'],
      ['https://example.org/3', '2016-08-26T11:02:03.000Z'],
    ]);
    expect(pushed[0]).toMatchObject({ contentType: 'text/html; charset=utf-8', lane: 'backfill' });
    expect(json).toMatchObject([
      {
        records: 7,
        pushed: 2,
        skipped: { 'type warcinfo': 1, 'type request': 1, 'content type': 1 },
        refused: { ERR_WARC_HTTP: 1, ERR_WARC_TRUNCATED: 1 },
      },
    ]);
    expect(stderr).toContain('https://example.org/2: ERR_WARC_HTTP');
    expect(exitCode).toBe(3);
  });

  it('is resumed by doing it again: what was pushed is known', async () => {
    const { env } = await fetcher();
    const path = await folder({ 'a.warc.gz': archive.subarray(0, archive.length / 2) });
    const first = await runCli(['ingest', path, '--json'], { env });
    await writeFile(join(path, 'a.warc.gz'), archive);
    const second = await runCli(['ingest', path, '--json'], { env });
    const pushedOf = ({ json: [summary] }: typeof first) => summary?.['pushed'] as number;
    expect(pushedOf(first)).toBe(1);
    expect(second.json[0]).toMatchObject({ pushed: 1, unchanged: 1 });
  });

  it('is refused as a URL, and as a file that is none', async () => {
    const { env, url } = await fetcher();
    expect((await runCli(['ingest', `${url}/a.warc.gz`], { env })).exitCode).toBe(2);
    const path = await folder({ 'a.warc': '<html>' });
    const { json, exitCode } = await runCli(['ingest', path, '--json'], { env });
    expect(json).toMatchObject([{ records: 1, refused: { ERR_WARC_HEADER: 1 } }]);
    expect(exitCode).toBe(3);
  });
});

describe('tocsin ingest of JSONL and URLs', () => {
  it('pushes what each line says', async () => {
    const { env, pushed } = await fetcher();
    const lines = jsonl(
      {
        url: 'https://a.org/1',
        text: 'One',
        title: 'T',
        publishedAt: '2020-01-01',
        language: 'en',
      },
      { url: 'https://a.org/2', html: '<p>', id: null },
      { text: 'nowhere' },
    );
    const path = join(await folder({ 'a.jsonl': `${lines}not JSON\n` }), 'a.jsonl');
    const { json, stderr } = await runCli(['ingest', path, '--json'], { env });
    expect(pushed).toMatchObject([
      { url: 'https://a.org/1', text: 'One', title: 'T', publishedAt: '2020-01-01' },
      { url: 'https://a.org/2', html: '<p>' },
    ]);
    expect(pushed[0]).not.toHaveProperty('language');
    expect(json[0]?.['refused']).toEqual({ ERR_CLI_LINE_FIELD: 1, ERR_CLI_LINE_JSON: 1 });
    expect(stderr).toContain('a.jsonl:4: ERR_CLI_LINE_JSON');
  });

  it('fetches a URL and pushes what came, as news', async () => {
    const { env, pushed, url } = await fetcher();
    const { exitCode } = await runCli(['ingest', `${url}/page`], { env });
    expect(exitCode).toBe(0);
    expect(pushed[0]).toMatchObject({
      url: `${url}/page`,
      base64: Buffer.from('<p>From the web</p>').toString('base64'),
      contentType: 'text/html; charset=koi8-r',
      lane: 'live',
    });
    const gone = await runCli(['ingest', `${url}/gone`], { env });
    expect(gone.stderr).toMatch(/^refused .*ERR_FETCH_NOT_FOUND/);
    expect(gone.exitCode).toBe(3);
  });
});
