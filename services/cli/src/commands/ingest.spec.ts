import { mkdtemp, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { closeServers, NOBODY, runCli, serve } from '../testing/run-cli.js';

afterEach(closeServers);

interface Push {
  readonly request: IncomingMessage;
  readonly body: Record<string, string>;
}

/** A fetcher's API that takes everything but what says "bad". */
async function fetcher() {
  const pushes: Push[] = [];
  const { url, host } = await serve((request, response) => {
    void (async () => {
      if (request.url === '/page') return void response.end('<p>From the web</p>');
      if (request.method !== 'POST') return void response.writeHead(404).end();
      const body = JSON.parse(await text(request)) as Record<string, string>;
      pushes.push({ request, body });
      const isBad = JSON.stringify(body).includes('bad');
      response.writeHead(isBad ? 422 : 202, { 'content-type': 'application/json' });
      const refusal = { code: 'ERR_PUSH_BODY', message: 'Not this one.' };
      const answer = { articleId: 'f'.repeat(32), version: 1, status: 'accepted' };
      response.end(JSON.stringify(isBad ? refusal : answer));
    })();
  });
  const env = {
    TOCSIN_FETCHER_URL: url,
    TOCSIN_FETCH_ALLOW_PRIVATE: host,
    TOCSIN_FETCH_HOST_DELAY_MS: '0',
  };
  return { url, env, pushes };
}

async function folder(files: Record<string, string>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'tocsin-cli-'));
  for (const [name, body] of Object.entries(files)) await writeFile(join(path, name), body);
  return path;
}

describe('tocsin ingest', () => {
  it('pushes every document of a folder under its URL', async () => {
    const { env, pushes } = await fetcher();
    const path = await folder({ 'a.html': '<p>A</p>', 'b.txt': 'B' });
    const base = ['--base-url', 'https://example.org/'];
    const { json, exitCode, stderr } = await runCli(['ingest', path, ...base, '--json'], { env });
    expect(pushes.map(({ body }) => body)).toEqual([
      { url: 'https://example.org/a.html', html: '<p>A</p>' },
      { url: 'https://example.org/b.txt', text: 'B' },
    ]);
    expect(json).toMatchObject([
      { source: join(path, 'a.html'), status: 'accepted', version: 1 },
      { source: join(path, 'b.txt'), status: 'accepted' },
    ]);
    expect([exitCode, stderr]).toEqual([0, '2 documents, 0 refused\n']);
  });

  it('gives the same document the same idempotency key, another another', async () => {
    const { env, pushes } = await fetcher();
    const path = await folder({ 'a.html': '<p>A</p>', 'b.html': '<p>B</p>' });
    await runCli(['ingest', path], { env });
    await runCli(['ingest', path], { env });
    const keys = pushes.map(({ request }) => request.headers['idempotency-key']);
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(keys.slice(2)).toEqual(keys.slice(0, 2));
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('shows its key only when it has one', async () => {
    const { env, pushes } = await fetcher();
    const path = await folder({ 'a.html': '<p>A</p>' });
    await runCli(['ingest', path], { env });
    const key = 'a key of enough characters';
    await runCli(['ingest', path], { env: { ...env, TOCSIN_API_KEY: key } });
    const given = pushes.map(({ request }) => request.headers.authorization);
    expect(given).toEqual([undefined, `Bearer ${key}`]);
  });

  it('fetches a URL and pushes what came', async () => {
    const { env, pushes, url } = await fetcher();
    const { exitCode } = await runCli(['ingest', `${url}/page`], { env });
    expect(exitCode).toBe(0);
    expect(pushes[0]?.body).toEqual({ url: `${url}/page`, html: '<p>From the web</p>' });
    const gone = await runCli(['ingest', `${url}/gone`], { env });
    expect(gone.stdout).toMatch(/^refused .*ERR_FETCH_NOT_FOUND/);
    expect(gone.exitCode).toBe(3);
  });

  it('says which were refused and goes on with the others', async () => {
    const { env } = await fetcher();
    const path = await folder({ 'a.html': 'bad', 'b.html': '<p>B</p>' });
    const { stdout, exitCode, stderr } = await runCli(['ingest', path], { env });
    expect(stdout.split('\n')).toEqual([
      `refused ${join(path, 'a.html')}: ERR_PUSH_BODY: Not this one.`,
      expect.stringMatching(/^accepted .*b\.html as f{32}$/),
      '',
    ]);
    expect([exitCode, stderr]).toEqual([3, '2 documents, 1 refused\n']);
  });

  it('stops at once when the fetcher is away', async () => {
    const path = await folder({ 'a.html': '<p>A</p>', 'b.html': '<p>B</p>' });
    const env = { TOCSIN_FETCHER_URL: NOBODY };
    const { exitCode, stderr } = await runCli(['ingest', path], { env });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^tocsin: ERR_CLI_UNREACHABLE: The fetcher at .* TOCSIN_FETCHER_URL\.\n$/,
    );
  });
});
