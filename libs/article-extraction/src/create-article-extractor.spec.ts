import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Article, articleText } from '@tocsin/contracts';
import { fingerprint } from '@tocsin/dedup';
import Value from 'typebox/value';
import type { ArticleInput } from './article-extractor.port.js';
import { createArticleExtractor } from './create-article-extractor.js';

const extractor = createArticleExtractor({ fingerprint });
const identity = { articleId: 'a1', version: 1, url: 'https://news.example.org/2026/01/02/bread' };
const sentence = 'The price of bread rose again on Monday, the ministry said in a statement. ';
const page = `<html lang="en"><head><title>Bread dearer again | Example News</title>
<meta property="og:site_name" content="Example News"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Bread dearer again</h1><p class="byline">By Ann Lee, Reporter</p>
<figure><img src="/b.jpg"><figcaption>Bread in a shop.</figcaption></figure>
<p>${sentence.repeat(4)}</p><p>Read more: <a href="/x">Wheat is scarce</a></p><p>${sentence.repeat(5)}</p>
<div class="cookie-banner"><p>We use cookies to improve our service.</p></div></article></body></html>`;

function extract(input: Partial<ArticleInput> & ({ text: string } | { bytes: Uint8Array })) {
  const result = extractor.extract({ ...identity, ...input } as ArticleInput);
  if (result.kind === 'rejected') throw new Error(result.code);
  return result.article;
}

describe('an article from a page', () => {
  const article = extract({ text: page });

  it('is the body without captions, links elsewhere and cookie text', () => {
    expect(article.paragraphs).toEqual([sentence.repeat(4).trim(), sentence.repeat(5).trim()]);
    expect(article.captions).toEqual(['Bread in a shop.']);
    expect(article.images).toEqual([
      { url: 'https://news.example.org/b.jpg', caption: 'Bread in a shop.' },
    ]);
  });

  it('knows its title, author, site, day and language', () => {
    expect(article).toMatchObject({
      title: 'Bread dearer again',
      authors: ['Ann Lee'],
      siteName: 'Example News',
      publishedAt: '2026-01-02',
      language: 'en',
    });
  });

  it('keeps the contract, and its hash is of the text that offsets point into', () => {
    expect([...Value.Errors(Article, article)]).toEqual([]);
    const hash = createHash('sha256').update(articleText(article)).digest('hex');
    expect(article.textHash).toBe(hash);
  });

  it('is the same for the same input', () => {
    expect(extract({ text: page })).toEqual(article);
  });

  it('believes no date after its fetch', () => {
    const fetchedAt = Date.UTC(2025, 11, 31);
    expect(extract({ text: page, hints: { fetchedAt } }).publishedAt).toBeNull();
  });
});

describe('the text document that the project was created from', () => {
  const seed = new URL('../data/specs/kazakhstan-2022-01-06.txt', import.meta.url);
  const article = extract({ bytes: readFileSync(seed), contentType: 'text/plain; charset=utf-8' });

  it('is read with every line taken for what it is', () => {
    expect(article).toMatchObject({
      title: 'Law enforcement office beheaded in kazakh protests',
      siteName: 'BreaknLinks',
      section: 'kazakhstan',
      captions: ['FILE PHOTO. Almaty, Kazakhstan. © AP Photo/Vladimir Tretyakov'],
      publishedAt: '2022-01-06T18:00:00',
      language: 'en',
    });
  });

  it('has its nine paragraphs and nothing of the page', () => {
    expect(article.paragraphs).toHaveLength(9);
    expect(article.paragraphs[0]).toMatch(/^According to local media reports on Thursday/);
    expect(article.paragraphs[8]).toMatch(/paratroopers to secure government buildings\.$/);
    expect(articleText(article)).not.toMatch(/Give Your Comments|BreaknLinks|Publish :/);
  });
});

describe('what is no article', () => {
  it.each([
    ['ERR_ARTICLE_EMPTY', '<html><body></body></html>', 'text/html'],
    ['ERR_ARTICLE_EMPTY', '', undefined],
    ['ERR_ARTICLE_NOT_HTML', '%PDF-1.7', undefined],
    ['ERR_ARTICLE_NOT_HTML', '{}', 'application/json'],
    ['ERR_ARTICLE_TOO_DEEP', '<div>'.repeat(5_000), 'text/html'],
    ['ERR_ARTICLE_TOO_COMPLEX', '<br>'.repeat(200_000), 'text/html'],
    ['ERR_ARTICLE_TOO_LARGE', 'x'.repeat(10_000_001), 'text/html'],
  ] as const)('is refused as %s', (code, text, contentType) => {
    const input = { ...identity, text, ...(contentType ? { contentType } : {}) };
    expect(extractor.extract(input)).toMatchObject({ kind: 'rejected', code });
  });
});
