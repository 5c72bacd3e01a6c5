import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { articleText, type Article } from '@tocsin/contracts';
import type { DocumentLine } from './document-line.js';
import { readArticle } from './read-article.js';

const SENTENCE = 'Two men were shot dead in Lagos on Sunday.';
const PAGE = `<html><head><title>Two shot dead</title></head><body><article><h1>Two shot dead</h1>
<p>${SENTENCE} The police said that they were looking for the men who did it.</p></article></body></html>`;

async function article(document: Omit<DocumentLine, 'id'>, folder = '.'): Promise<Article> {
  const result = await readArticle({ id: 'doc', ...document }, folder);
  if (result.kind === 'rejected') throw new Error(result.reason);
  return result.article;
}

describe('a document with a text', () => {
  it('has its first line for a title when there are several', async () => {
    expect(await article({ text: `Two shot dead\n\n${SENTENCE}` })).toMatchObject({
      articleId: 'doc',
      title: 'Two shot dead',
      paragraphs: [SENTENCE],
    });
  });

  it('of one line has no title, and its hash is of what is left', async () => {
    const read = await article({ text: SENTENCE });
    expect(read).toMatchObject({ title: '', paragraphs: [SENTENCE] });
    const hash = createHash('sha256').update(articleText(read)).digest('hex');
    expect(read.textHash).toBe(hash);
  });

  it('has the title that is given, once, also when the text repeats it', async () => {
    const expected = { title: 'Two shot dead', paragraphs: [SENTENCE] };
    expect(await article({ title: 'Two  shot\ndead', text: SENTENCE })).toMatchObject(expected);
    expect(
      await article({ title: 'Two shot dead', text: `Two shot dead\n\n${SENTENCE}` }),
    ).toMatchObject(expected);
  });

  it('was published when the line says so', async () => {
    const read = await article({ text: SENTENCE, publishedAt: '2024-05-06T10:00:00Z' });
    expect(read.publishedAt).toMatch(/^2024-05-06/);
  });

  it('is refused when it is empty', async () => {
    expect(await readArticle({ id: 'doc', text: ' ' }, '.')).toMatchObject({
      kind: 'rejected',
      code: 'ERR_ARTICLE_EMPTY',
    });
  });
});

describe('a document with a page', () => {
  it('is the article of its markup', async () => {
    const read = await article({ html: PAGE, url: 'https://a.org/1' });
    expect(read.title).toBe('Two shot dead');
    expect(read.url).toBe('https://a.org/1');
    expect(read.paragraphs.join(' ')).toContain(SENTENCE);
  });

  it('is found in a file beside the input', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tocsin-cli-'));
    await writeFile(join(folder, 'page.html'), PAGE);
    expect((await article({ htmlPath: 'page.html' }, folder)).title).toBe('Two shot dead');
    await expect(article({ htmlPath: 'other.html' }, folder)).rejects.toMatchObject({
      code: 'ERR_CLI_FILE',
    });
  });
});

describe('the same document', () => {
  it('gives the same article again', async () => {
    expect(await article({ html: PAGE })).toEqual(await article({ html: PAGE }));
  });
});
