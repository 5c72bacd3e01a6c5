import { afterEach, describe, expect, it } from '@jest/globals';
import { normaliseUrl, urlId } from '@tocsin/feeds';
import { closeServers, runCli, serve } from '../testing/run-cli.js';

afterEach(closeServers);

const PREVIEW = { articles: 2, incidents: 1, titles: ['A title'] };
const operation = (state: string, error: string | null = null) => ({
  id: 'o1',
  state,
  counts: { articles: 2, incidents: 1, revisions: 4 },
  error,
});

/** A store that answers so; what it was asked for stands in `asked`. */
async function store(end = operation('done')) {
  const asked: [string, unknown, string | undefined][] = [];
  const { url } = await serve((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const parsed: unknown = body === '' ? null : JSON.parse(body);
      asked.push([path, parsed, request.headers.authorization]);
      const isRefused = JSON.stringify(parsed)?.includes('nodots');
      response.writeHead(isRefused ? 400 : 200);
      if (isRefused) response.end('{"code":"ERR_API_QUERY","detail":"source must be a host."}');
      else if (path.endsWith('preview')) response.end(JSON.stringify(PREVIEW));
      else if (path === '/v1/erasures') response.end(JSON.stringify(operation('running')));
      else response.end(JSON.stringify(end));
    });
  });
  return { asked, env: { TOCSIN_STORE_URL: url, TOCSIN_API_KEY: 'k'.repeat(16) } };
}

describe('tocsin erase', () => {
  it('shows what it would take out, and takes nothing out on a dry run', async () => {
    const { asked, env } = await store();
    const args = ['erase', 'source', 'news.example', '--reason', 'asked to', '--dry-run'];
    const { stdout, stderr, exitCode } = await runCli(args, { env });
    expect(stdout).toContain(
      '2 articles that are known, and what 1 incidents say by them:\n  A title',
    );
    expect([stderr, exitCode]).toEqual(['Nothing was erased.\n', 0]);
    expect(asked.map(([path]) => path)).toEqual(['/v1/erasures/preview']);
  });

  it('erases an article by its URL, with the key and the reason, and waits for the end', async () => {
    const { asked, env } = await store();
    const url = 'https://news.example/a.html';
    const args = ['erase', 'article', url, '--reason', 'asked to', '--yes', '--json'];
    const { json, exitCode } = await runCli(args, { env });
    const article = urlId(normaliseUrl(url) ?? '');
    expect(json).toEqual([{ preview: PREVIEW, operation: operation('done') }]);
    expect(exitCode).toBe(0);
    expect(asked).toEqual([
      ['/v1/erasures/preview', { article }, `Bearer ${env.TOCSIN_API_KEY}`],
      ['/v1/erasures', { article, reason: 'asked to' }, `Bearer ${env.TOCSIN_API_KEY}`],
      ['/v1/operations/o1', null, `Bearer ${env.TOCSIN_API_KEY}`],
    ]);
  });

  it('says what was not done, and ends with 1', async () => {
    const { env } = await store(operation('failed', 'The fetcher did not erase its part.'));
    const args = ['erase', 'article', 'a1', '--reason', 'x', '--yes'];
    const { stderr, exitCode } = await runCli(args, { env });
    expect(stderr).toContain('4 revisions taken out. The fetcher did not erase its part.');
    expect(exitCode).toBe(1);
  });

  it('asks first, and does nothing where nobody can be asked or no reason is given', async () => {
    const { asked, env } = await store();
    const silent = await runCli(['erase', 'article', 'a1', '--reason', 'x'], { env });
    expect([silent.exitCode, silent.stderr]).toEqual([2, expect.stringContaining('--yes')]);
    expect((await runCli(['erase', 'article', 'a1', '--yes'], { env })).exitCode).toBe(2);
    expect(asked).toEqual([]);
  });

  it("tells the store's refusal in its words", async () => {
    const { env } = await store();
    const args = ['erase', 'source', 'nodots', '--reason', 'x', '--yes'];
    const { stderr, exitCode } = await runCli(args, { env });
    expect(stderr).toBe('tocsin: ERR_API_QUERY: source must be a host.\n');
    expect(exitCode).toBe(1);
  });
});
