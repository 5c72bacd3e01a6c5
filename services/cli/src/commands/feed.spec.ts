import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { closeServers, runCli, serve } from '../testing/run-cli.js';

afterEach(closeServers);

const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>Fire \u0007 in the port</title><link>/fire</link><pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate></item>
<item><title>Storm</title><link>https://example.org/storm</link></item>
</channel></rss>`.replace('\u0007', '');

async function file(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'tocsin-cli-')), 'feed.xml');
  await writeFile(path, text);
  return path;
}

describe('tocsin feed', () => {
  it('prints the items of a file, one line each', async () => {
    const absolute = RSS.replace('/fire', 'https://example.org/fire');
    const { stdout, stderr, exitCode } = await runCli(['feed', await file(absolute)]);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^2024-05-06T10:00:00\S*\s+https:\/\/example.org\/fire\s+Fire\s+in/),
      expect.stringMatching(/^-\s+https:\/\/example.org\/storm\s+Storm$/),
      '',
    ]);
    expect(stderr).toBe('rss, 2 items\n');
  });

  it('fetches a feed and takes its links against its own URL', async () => {
    const { url, host } = await serve((request, response) =>
      request.url === '/rss' ? response.end(RSS) : response.writeHead(404).end(),
    );
    const env = { TOCSIN_FETCH_ALLOW_PRIVATE: host, TOCSIN_FETCH_HOST_DELAY_MS: '0' };
    const { json } = await runCli(['feed', `${url}/rss`, '--json'], { env });
    expect(json).toMatchObject([
      { kind: 'rss', items: [{ url: `${url}/fire` }, { url: 'https://example.org/storm' }] },
    ]);
    const gone = await runCli(['feed', `${url}/gone`, '--json'], { env });
    expect(gone.exitCode).toBe(1);
    expect(gone.json).toMatchObject([{ error: { code: 'ERR_FETCH_NOT_FOUND' } }]);
  });

  it('refuses what is no feed', async () => {
    const { exitCode, stderr } = await runCli(['feed', await file('just words')]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^tocsin: ERR_FEED_UNRECOGNISED: /);
  });
});
