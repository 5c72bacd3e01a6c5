import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Article } from '@tocsin/contracts';
import { caseArticles } from './case-articles.js';
import { checkClaims, claimsText } from './check-claims.js';
import { main } from './main.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tocsin-eval-'));
  await mkdir(join(dir, 'data', 'a'), { recursive: true });
  const farm = (i: number) =>
    `<p>Gunmen killed ${i + 2} farmers in village number ${i}, police said.</p>`;
  const farms = Array.from({ length: 20 }, (_, i) => farm(i)).join('');
  await writeFile(join(dir, 'page.html'), `<article><h1>Farmers killed</h1>${farms}</article>`);
  const inputs = [
    { title: 'Bomb kills two', text: 'A bomb killed two men.', publish_date: '2020-01-02' },
    { sentences: ['Two were killed .', 'It was a bomb .'] },
    { html_path: 'page.html' },
    { feed: 'no text' },
  ];
  const lines = inputs.map((input, i) => JSON.stringify({ id: `${i}`, input, expected: 1 }));
  await writeFile(join(dir, 'data', 'a', 'dev.jsonl'), lines.join('\n'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('the articles of a set', () => {
  it('are of every case that has a text, sentences or a page', async () => {
    const articles: Article[] = [];
    for await (const each of caseArticles(dir, 'a', 'dev')) articles.push(each);
    expect(articles.map(({ articleId, title }) => [articleId, title])).toEqual([
      ['0', 'Bomb kills two'],
      ['1', ''],
      ['2', 'Farmers killed'],
    ]);
    expect(articles[0]).toMatchObject({ publishedAt: '2020-01-02' });
    expect(articles[1]!.paragraphs).toEqual(['Two were killed .', 'It was a bomb .']);
  });
});

describe('the check of claims', () => {
  it('counts texts, mentions and claims, and finds nothing wrong', async () => {
    const check = await checkClaims('a', caseArticles(dir, 'a', 'dev'));
    expect(check).toMatchObject({ set: 'a', texts: 3, violations: [] });
    expect(check.mentions).toBeGreaterThanOrEqual(2);
    expect(check.claims).toBeGreaterThan(check.mentions);
  });

  it('is what the command does when told so, without predictions', async () => {
    expect(await main(['--data', dir, '--set', 'a', '--check-claims'])).toBe(0);
  });

  it('names the first violations and counts the rest', () => {
    const violations = Array.from({ length: 22 }, (_, i) => `m${i}: wrong`);
    const text = claimsText([{ set: 'a', texts: 1, mentions: 2, claims: 3, violations }]);
    expect(text).toContain('a: texts 1, mentions 2, claims 3, violations 22\n  a m0: wrong');
    expect(text).toContain('and 2 more');
    expect(text).not.toContain('m20');
  });
});
