import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundledArticles } from './articles.js';
import { escapeHtml, renderPage } from './page.js';
import { startSampleSite } from './site.js';
import type { SampleSite } from './site.js';

let site: SampleSite;
beforeAll(async () => {
  site = await startSampleSite({ port: 0 });
});
afterAll(() => site.close());

describe('the sample site', () => {
  it('offers every bundled article in its feed, and each is there', async () => {
    const feed = await (await fetch(site.feedUrl)).text();
    const links = [...feed.matchAll(/<link>([^<]+\/news\/[^<]+)<\/link>/g)].map(
      (match) => match[1],
    );
    expect(links).toHaveLength(bundledArticles().length);
    for (const link of links) expect((await fetch(String(link))).status).toBe(200);
  });

  it('answers a conditional request with 304', async () => {
    const etag = (await fetch(site.feedUrl)).headers.get('etag') ?? '';
    const again = await fetch(site.feedUrl, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('goes on publishing, and says so to who asks with the old validator', async () => {
    const articles = bundledArticles();
    const growing = await startSampleSite({ port: 0, articles: articles.slice(0, 1) });
    try {
      const etag = (await fetch(growing.feedUrl)).headers.get('etag') ?? '';
      growing.publish(articles.slice(1, 3));
      const again = await fetch(growing.feedUrl, { headers: { 'if-none-match': etag } });
      expect((await again.text()).match(/<item>/g)).toHaveLength(3);
      const page = await fetch(`${growing.origin}/news/${articles[2]?.id}`);
      expect(page.status).toBe(200);
      expect(growing.articleCount).toBe(3);
    } finally {
      await growing.close();
    }
  });

  it('knows nothing else', async () => {
    expect((await fetch(`${site.origin}/nothing`)).status).toBe(404);
  });
});

describe('a sample page', () => {
  it('surrounds the article with navigation, adverts and comments, all text escaped', () => {
    const [article] = bundledArticles();
    if (!article) throw new Error('no bundled article');
    const page = renderPage({ ...article, title: 'A <b> & "c"' }, bundledArticles());
    expect(page).toContain('<h1>A &lt;b&gt; &amp; &quot;c&quot;</h1>');
    for (const part of ['<nav>', 'Advertisement', 'Give Your Comments', 'figcaption', 'cookie']) {
      expect(page).toContain(part);
    }
    for (const text of article.paragraphs) expect(page).toContain(escapeHtml(text));
  });
});
