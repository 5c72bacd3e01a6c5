import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bundledArticles } from '../../sample/articles.js';
import { BenchUsageError } from '../options.js';
import { loadPages } from './pages.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tocsin-bench-'));
  await mkdir(join(dataDir, 'data', 'a'), { recursive: true });
  await mkdir(join(dataDir, 'html'));
  await writeFile(join(dataDir, 'html', '1.html.gz'), gzipSync('<p>one'));
  await writeFile(join(dataDir, 'html', '2.html'), '<p>two');
});
afterEach(() => rm(dataDir, { recursive: true }));

const write = (file: string, ...inputs: object[]) =>
  writeFile(
    join(dataDir, 'data', 'a', file),
    inputs.map((input) => `${JSON.stringify({ id: 'x', input, expected: 'secret' })}\n`).join(''),
  );
const load = async () =>
  (await loadPages({ dataDir, sets: ['a'] })).map(({ url, bytes }) => [
    url,
    Buffer.from(bytes).toString(),
  ]);

describe('the pages that are measured', () => {
  it('are those of every split, each once, decompressed', async () => {
    await write('dev.jsonl', { html_path: 'html/1.html.gz', url: 'https://a.example/1' });
    await write(
      'test.jsonl',
      { html_path: 'html/2.html' },
      { html_path: 'html/1.html.gz', url: 'https://a.example/1' },
    );
    expect(await load()).toEqual([
      ['https://a.example/1', '<p>one'],
      ['', '<p>two'],
    ]);
  });

  it('are the bundled ones when there is no data', async () => {
    const pages = await loadPages({ sets: [] });
    expect(pages).toHaveLength(bundledArticles().length);
    expect(Buffer.from(pages[0]!.bytes).toString()).toContain(bundledArticles()[0]!.id);
  });

  it('must be there', async () => {
    await write('dev.jsonl', { text: 'a case without a page' });
    await expect(load()).rejects.toThrow(BenchUsageError);
    await expect(loadPages({ dataDir, sets: ['b'] })).rejects.toThrow(BenchUsageError);
  });
});
