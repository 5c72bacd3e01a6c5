import { createHash } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { closeServers, runCli, serve } from '../testing/run-cli.js';

afterEach(closeServers);

/** A site with one page and no robots.txt, which the settings allow to be fetched. */
async function site(body = '<p>News</p>') {
  const { url, host } = await serve((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (request.url !== '/page') response.writeHead(500).end();
    else if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(body);
  });
  const env = { TOCSIN_FETCH_ALLOW_PRIVATE: host, TOCSIN_FETCH_HOST_DELAY_MS: '0' };
  return { url: `${url}/page`, gone: `${url}/gone`, env };
}

describe('tocsin fetch', () => {
  it('says what came', async () => {
    const { url, env } = await site();
    const { json, exitCode } = await runCli(['fetch', url, '--json'], { env });
    expect(exitCode).toBe(0);
    expect(json).toEqual([
      {
        status: 'fetched',
        code: 'OK',
        reason: null,
        url,
        httpStatus: 200,
        headers: expect.objectContaining({ 'content-type': 'text/html' }),
        hops: 0,
        httpVersion: '1.1',
        tookMs: expect.any(Number),
        bytes: 11,
        sha256: createHash('sha256').update('<p>News</p>').digest('hex'),
      },
    ]);
  });

  it('writes the body where it is told to', async () => {
    const { url, env } = await site();
    const file = join(await mkdtemp(join(tmpdir(), 'tocsin-cli-')), 'page.html');
    const { stdout } = await runCli(['fetch', url, '--output', file], { env });
    expect(await readFile(file, 'utf8')).toBe('<p>News</p>');
    expect(stdout).toBe(`fetched ${url}: status 200, 11 bytes\n`);
    const { exitCode, stderr } = await runCli(['fetch', url, '--output', '/none/x'], { env });
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('ERR_CLI_FILE')]);
  });

  it('says that nothing changed', async () => {
    const { url, env } = await site();
    const { json, exitCode } = await runCli(['fetch', url, '--etag', '"1"', '--json'], { env });
    expect(json).toMatchObject([{ status: 'unchanged', httpStatus: 304 }]);
    expect(exitCode).toBe(0);
  });

  it('refuses what is not public, whatever stands there', async () => {
    const { url } = await site();
    const { json, exitCode } = await runCli(['fetch', url, '--json']);
    expect(json).toMatchObject([{ status: 'refused', code: expect.stringMatching(/^ERR_FETCH_/) }]);
    expect(exitCode).toBe(3);
  });

  it('says what failed out there', async () => {
    const { gone, env } = await site();
    const { stdout, exitCode } = await runCli(['fetch', gone], { env });
    expect(stdout).toMatch(/^failed .*ERR_FETCH_SERVER/);
    expect(exitCode).toBe(3);
  });
});
