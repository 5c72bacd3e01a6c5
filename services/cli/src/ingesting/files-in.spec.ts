import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { filesIn, kindOf, urlOfFile } from './files-in.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tocsin-cli-'));
  await mkdir(join(folder, 'deep'));
  await mkdir(join(folder, 'nothing'));
  await writeFile(join(folder, 'b.html'), '<p>b</p>');
  await writeFile(join(folder, 'a.TXT'), 'a');
  await writeFile(join(folder, 'image.png'), 'no');
  await writeFile(join(folder, 'deep', 'c d.htm'), '<p>');
  await writeFile(join(folder, 'deep', 'e.warc.gz'), '');
});

describe('the documents of a path', () => {
  it('are the file itself, whatever its name', async () => {
    expect(await filesIn(join(folder, 'image.png'))).toEqual([join(folder, 'image.png')]);
  });

  it('are the pages, texts and archives of a folder and below, by name', async () => {
    expect(await filesIn(folder)).toEqual(
      ['a.TXT', 'b.html', 'deep/c d.htm', 'deep/e.warc.gz'].map((name) => join(folder, name)),
    );
  });

  it('are refused where there are none', async () => {
    await expect(filesIn(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'ERR_CLI_FILE' });
    await expect(filesIn(join(folder, 'none'))).rejects.toMatchObject({ code: 'ERR_CLI_FILE' });
  });
});

describe("a file's URL", () => {
  it('lies below the base as the file lies below the path', () => {
    const base = 'https://example.org/archive';
    expect(urlOfFile('news/2022/a b.html', 'news', base)).toBe(`${base}/2022/a%20b.html`);
    expect(urlOfFile('news/a.html', 'news', `${base}/`)).toBe(`${base}/a.html`);
    expect(urlOfFile('news/a.html', 'news/a.html', base)).toBe(`${base}/a.html`);
  });

  it('is under a name that nobody owns when there is no base, by the whole path', () => {
    expect(urlOfFile('/data/news/a.html', '/data/news', undefined)).toBe(
      'https://files.invalid/data/news/a.html',
    );
  });
});

describe('what a file is', () => {
  it('is in its name', () => {
    const names = ['a.HTM', 'a.xhtml', 'a.txt', 'a.warc', 'CC-NEWS-1.warc.GZ', 'a.ndjson', 'a.png'];
    expect(names.map(kindOf)).toEqual(['html', 'html', 'text', 'warc', 'warc', 'jsonl', null]);
  });
});
