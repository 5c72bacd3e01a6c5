import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BenchUsageError } from '../options.js';
import { incidents } from './incidents-part.js';
import { loadTexts, WORDS } from './texts.js';

const { signal } = new AbortController();
const paragraph = 'Two men were killed when a bomb exploded at a market in the town on Monday. ';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tocsin-bench-'));
  const write = async (set: string, input: object) => {
    await mkdir(join(dir, 'data', set), { recursive: true });
    const line = JSON.stringify({ id: set, input, expected: 'secret' });
    await writeFile(join(dir, 'data', set, 'dev.jsonl'), `${line}\n`);
  };
  const text = paragraph.repeat(60);
  await write('gva', { title: 'A bomb', text, publish_date: '2020-01-02' });
  await write('muc4', { text: text.toUpperCase(), publish_date: '1990-01-02' });
  await write('aeb', { html_path: 'page.html', url: 'https://a.example/1' });
  await write('naeb', { html_path: 'page.html', url: 'https://a.example/1' });
  const farms = Array.from({ length: 60 }, (_, i) => {
    const told = `Farm number ${i} had a good harvest this year, said its farmer, who has ${i + 3} fields.`;
    return `<p>${told} He sells what he grows at the market in the town, for ${i + 9} euros.</p>`;
  });
  await writeFile(
    join(dir, 'page.html'),
    `<html><title>Harvest</title><body><article><h1>Harvest</h1>${farms.join('')}</article></body></html>`,
  );
});
afterEach(() => rm(dir, { recursive: true }));

describe('the texts that are measured', () => {
  it('have one length each, and the mix has both kinds', async () => {
    const texts = await loadTexts(dir, 9);
    const words = [...texts.incidents, ...texts.others].map(
      ({ title, paragraphs }) => [title, ...paragraphs].join(' ').trim().split(/\s+/).length,
    );
    expect(new Set(words)).toEqual(new Set([WORDS]));
    expect(texts.incidents.map(({ articleId }) => articleId)).toEqual(['gva', 'muc4']);
    expect(texts.others).toHaveLength(2);
    expect(texts.warmUp).toEqual([]);
    expect(texts.mix.length).toBeGreaterThanOrEqual(texts.others.length);
  });
});

describe('the texts that are read before', () => {
  it('are incident news that is not measured', async () => {
    const { incidents: all } = await loadTexts(dir, 9);
    const { incidents: measured, warmUp } = await loadTexts(dir, 1);
    expect(measured).toEqual(all.slice(0, 1));
    expect(warmUp).toEqual(all.slice(1));
  });
});

describe('the incidents bench', () => {
  it.each([
    ['no data', []],
    ['data that is not there', ['--data', 'nowhere']],
  ])('refuses %s', async (_, args) => {
    await expect(incidents.run(args, signal)).rejects.toThrow(BenchUsageError);
  });
});
