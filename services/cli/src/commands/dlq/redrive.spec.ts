import { afterEach, describe, expect, it } from '@jest/globals';
import { closeServers, runCli, serve } from '../../testing/run-cli.js';

afterEach(closeServers);

const ID = 'article-fetched/extractor/0/12';
const PREVIEW = {
  count: 3,
  sentBefore: 1,
  withoutWayBack: 0,
  isComplete: true,
  byReason: [
    { topic: 'article-fetched', group: 'extractor', class: 'POISON', code: 'ERR_X', count: 3 },
  ],
};

/** A store that answers so; what it was asked for stands in `asked`. */
async function store(end: object = { state: 'done', error: null }) {
  const asked: [string, unknown, string | undefined][] = [];
  const operation = { id: 'o1', counts: { sent: 3, sentBefore: 1 }, state: 'running', error: null };
  const { url } = await serve((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      asked.push([path, body === '' ? null : JSON.parse(body), request.headers.authorization]);
      const answer = path.endsWith('preview')
        ? PREVIEW
        : path.startsWith('/v1/operations')
          ? { ...operation, ...end }
          : operation;
      response.writeHead(200).end(JSON.stringify(answer));
    });
  });
  const env = { TOCSIN_STORE_URL: url, TOCSIN_API_KEY: 'k'.repeat(16) };
  return { asked, run: (...args: string[]) => runCli(['dlq', 'redrive', ...args], { env }) };
}

describe('tocsin dlq redrive', () => {
  it('says by reason what it would send, and sends nothing, on a dry run', async () => {
    const { asked, run } = await store();
    const { stdout, stderr, exitCode } = await run('--group', 'extractor', '--dry-run');
    expect(stdout).toMatch(/article-fetched +extractor +POISON +ERR_X +3/);
    expect([stderr, exitCode]).toEqual([
      '3 would be redriven, 1 left out that were sent before\n',
      0,
    ]);
    const meant = { filter: { group: 'extractor' }, again: false };
    expect(asked.map(([path, body]) => [path, body])).toEqual([
      ['/v1/dead-letters/redrive/preview', meant],
    ]);
  });

  it('has the store send them, with the key and the reason, and waits for the end', async () => {
    const { asked, run } = await store();
    const args = ['--class', 'POISON', '--again', '--rate', '20', '--reason', 'mended', '--json'];
    const { json, stderr, exitCode } = await run(...args);
    expect(json).toMatchObject([{ operation: { id: 'o1', state: 'done' } }]);
    expect([stderr, exitCode]).toEqual(['3 redriven, 1 left out that were sent before\n', 0]);
    expect(asked[0]).toEqual([
      '/v1/dead-letters/redrive',
      { filter: { class: 'POISON' }, again: true, rate: 20, reason: 'mended' },
      `Bearer ${'k'.repeat(16)}`,
    ]);
    expect(asked[1]?.[0]).toBe('/v1/operations/o1');
  });

  it('names letters by their ids, and says what went wrong', async () => {
    const { asked, run } = await store({ state: 'failed', error: 'The broker did not answer.' });
    const { stderr, exitCode } = await run(ID, '--reason', 'mended');
    expect(asked[0]?.[1]).toEqual({ ids: [ID], reason: 'mended' });
    expect([stderr, exitCode]).toEqual([
      '3 redriven, 1 left out that were sent before. The broker did not answer.\n',
      1,
    ]);
  });

  it.each([
    ['nothing said', ['--reason', 'x']],
    ['ids and a filter', [ID, '--group', 'store', '--reason', 'x']],
    ['no reason', ['--group', 'store']],
    ['a class that is none', ['--class', 'ODD', '--reason', 'x']],
    ['a rate of none', ['--group', 'store', '--rate', '0', '--reason', 'x']],
  ])('never sends by an oversight: %s', async (_, args) => {
    const { asked, run } = await store();
    const { exitCode, stderr } = await run(...args);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('ERR_CLI_USAGE')]);
    expect(asked).toEqual([]);
  });
});
