import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { incidentOf } from '@tocsin/contracts/testing';
import { closeServers, runCli, serve } from '../testing/run-cli.js';

let folder: string;
const asked: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-export-'));
  asked.length = 0;
});
afterEach(async () => {
  await closeServers();
  rmSync(folder, { recursive: true });
});

/** A store with two pages of a list, busy at first. */
async function store(path: string, pages: readonly [string, string]) {
  let isBusy = true;
  const { url } = await serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url as string, 'http://store');
    asked.push(`${pathname}?${searchParams}`);
    if (searchParams.get('country') === 'kz') {
      response.writeHead(400).end('{"code":"ERR_API_QUERY","detail":"country must be a code."}');
    } else if (isBusy) {
      isBusy = false;
      response.writeHead(429, { 'retry-after': '0' }).end('{}');
    } else if (pathname !== path) response.writeHead(404).end('{}');
    else if (searchParams.get('cursor') === 'x') response.end(pages[1]);
    else {
      const next = `http://behind.example${pathname}?cursor=x`;
      response.writeHead(200, { link: `<${next}>; rel="next"` }).end(pages[0]);
    }
  });
  return { TOCSIN_STORE_URL: url };
}
const at = (name: string) => join(folder, name);
const incidents = (...ids: string[]) =>
  JSON.stringify({ items: ids.map((incidentId) => incidentOf({ incidentId })), nextCursor: null });

describe('an export', () => {
  it('is all pages of the list in one file, though the store is busy', async () => {
    const env = await store('/v1/incidents.csv', ['a\r\n1\r\n', 'a\r\n2\r\n']);
    const file = at('riots.csv');
    const line = ['export', '--format', 'csv', '--out', file, 'country=KAZ', 'text=car bomb'];
    const ran = await runCli([...line, '--json'], { env });
    expect([ran.exitCode, ran.json]).toEqual([0, [{ file, incidents: 2, bytes: 9 }]]);
    expect(readFileSync(file, 'utf8')).toBe('a\r\n1\r\n2\r\n');
    expect(asked.at(-1)).toBe(
      '/v1/incidents.csv?country=KAZ&text=car+bomb&limit=500&sort=start&cursor=x',
    );
  });

  it.each([
    ['ucdp', '/v1/incidents.ucdp.csv', 'a\r\n1\r\n', 'a\r\n'],
    ['geojson', '/v1/incidents.geojson', '{"features":[1]}', '{"features":[]}'],
    ['plover', '/v1/incidents.plover.jsonl', '{}\n', ''],
    ['parquet', '/v1/incidents', incidents('a'), incidents()],
  ])('as %s is made of its list', async (format, path, first, second) => {
    const env = await store(path, [first, second]);
    const ran = await runCli(['export', '--format', format, '--out', at('file')], { env });
    expect([ran.exitCode, ran.stderr]).toEqual([0, `1 incidents in ${at('file')}.\n`]);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('leaves nothing behind when the store refuses', async () => {
    const env = await store('/v1/incidents', [incidents(), incidents()]);
    const line = ['export', '--format', 'parquet', '--out', at('file'), 'country=kz'];
    const ran = await runCli(line, { env });
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toBe('tocsin: ERR_API_QUERY: country must be a code.\n');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['parquet', 'csv'])('says when %s can not be written', async (format) => {
    const env = await store(format === 'csv' ? '/v1/incidents.csv' : '/v1/incidents', [
      'a\r\n',
      '',
    ]);
    const ran = await runCli(['export', '--format', format, '--out', at('no/file')], { env });
    expect([ran.exitCode, ran.stderr]).toEqual([1, expect.stringContaining('ERR_CLI_FILE')]);
  });

  it.each([
    [['--format', 'pdf', '--out', 'x']],
    [['--format', 'csv']],
    [['--out', 'x']],
    [['--format', 'csv', '--out', 'x', 'KAZ']],
  ])('refuses %j', async (args) => expect((await runCli(['export', ...args])).exitCode).toBe(2));
});
