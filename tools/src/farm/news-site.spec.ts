import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { contentOf } from './content.js';
import { startFarm, type Farm } from './farm.js';
import { newsSite, type NewsSiteOptions } from './news-site.js';

const PAGE = contentOf('text/html', '<p>Page</p>');
let farm: Farm | undefined;
afterEach(async () => {
  await farm?.close();
});

async function open(options: Partial<NewsSiteOptions> = {}): Promise<void> {
  const pageOf = (path: string) => (path === '/page' ? PAGE : undefined);
  farm = await startFarm([newsSite({ paths: ['/page'], pageOf, ...options })]);
}

/** Without a client that decodes behind our back. */
async function get(path: string, headers: Record<string, string> = {}) {
  const [hostname, port] = farm!.hosts[0]!.split(':');
  return new Promise<{ status?: number; headers: object; body: Buffer }>((resolve, reject) => {
    const asked = request({ hostname, port, path, headers }, (response) => {
      const { statusCode: status, headers } = response;
      buffer(response).then((body) => resolve({ status, headers, body }), reject);
    });
    asked.once('error', reject).end();
  });
}

describe('a news site of the farm', () => {
  it('serves robots.txt, its feed and its pages, and nothing else', async () => {
    await open();
    expect((await get('/robots.txt')).body.toString()).toContain('User-agent: *');
    expect((await get('/feed.xml')).body.toString()).toContain(`http://${farm!.hosts[0]}/page`);
    expect((await get('/page')).body).toEqual(PAGE.plain);
    expect(await get('/other')).toMatchObject({ status: 404 });
  });

  it('compresses for those who take it', async () => {
    await open();
    const { headers, body } = await get('/page', { 'accept-encoding': 'br, gzip' });
    expect(headers).toMatchObject({ 'content-encoding': 'gzip' });
    expect(body).toEqual(PAGE.gzip);
    expect((await get('/page')).headers).not.toHaveProperty('content-encoding');
  });

  it('says that its feed is unchanged to those who know it, until it grows', async () => {
    const paths = ['/page'];
    const validators = () => ({ etag: `"${paths.length}"`, lastModified: 'whenever' });
    await open({ paths, validators });
    expect((await get('/feed.xml')).headers).toMatchObject({
      etag: '"1"',
      'last-modified': 'whenever',
    });
    expect(await get('/feed.xml', { 'if-none-match': '"1"' })).toMatchObject({ status: 304 });
    paths.push('/more');
    const grown = await get('/feed.xml', { 'if-none-match': '"1"' });
    expect(grown).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(grown.body.toString()).toContain('/more');
  });

  it('thinks for as long as it was told', async () => {
    await open({ latencyMs: 60 });
    const startedAt = performance.now();
    await get('/page');
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(58);
  });

  it('answers nobody before it opens', async () => {
    const { promise: opened, resolve } = Promise.withResolvers<void>();
    await open({ opened });
    let answered = false;
    const page = get('/page').finally(() => (answered = true));
    while (farm!.log.requests.length === 0) await new Promise((next) => setTimeout(next, 5));
    await new Promise((next) => setTimeout(next, 30));
    expect(answered).toBe(false);
    resolve();
    expect(await page).toMatchObject({ status: 200 });
  });
});
