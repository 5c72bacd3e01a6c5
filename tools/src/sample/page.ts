import type { SampleArticle } from './articles.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;

/** A news page as they are: the article with everything around it that is not the article. */
export function renderPage(article: SampleArticle, others: readonly SampleArticle[]): string {
  const title = escapeHtml(article.title);
  const figures = article.captions.map(
    (caption) =>
      `<figure><img src="/static/photo.jpg" alt=""><figcaption>${escapeHtml(caption)}</figcaption></figure>`,
  );
  const related = others
    .slice(0, 5)
    .map((other) => `<li><a href="/news/${other.id}">${escapeHtml(other.title)}</a></li>`);
  const dateline = article.dateline
    ? `<p class="dateline">${escapeHtml(article.dateline)}</p>`
    : '';
  const body = article.paragraphs.map(paragraph);
  body.splice(2, 0, '<aside class="ad"><p>Advertisement. Subscribe now and save 50%!</p></aside>');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title} – ${escapeHtml(article.site)}</title>
<meta property="og:type" content="article"><meta property="og:title" content="${title}">
<meta property="og:site_name" content="${escapeHtml(article.site)}">
<meta property="article:published_time" content="${article.publishedAt}">
<meta property="article:section" content="${escapeHtml(article.section)}">
<link rel="canonical" href="/news/${article.id}">
<script>window.tracking = { page: 1 };</script><style>body { font-family: serif }</style></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li>
<li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>
<div class="cookie-banner"><p>We use cookies to improve your experience. <a href="/ok">Accept</a></p></div>
<main><article><h1>${title}</h1><time datetime="${article.publishedAt}">${article.publishedAt}</time>
${dateline}${figures.join('\n')}
<div class="article-body">${body.join('\n')}</div>
<div class="share"><a href="/share">Share</a> <a href="/print">Print</a></div></article>
<aside class="related"><h2>Read more</h2><ul>${related.join('\n')}</ul></aside>
<section id="comments"><h2>Give Your Comments</h2><div class="comment"><b>Reader 1</b>
<p>I heard that forty people were killed there, but who knows.</p></div></section></main>
<footer><p>© ${escapeHtml(article.site)}. All rights reserved. <a href="/terms">Terms</a></p></footer>
</body></html>`;
}

/** The site's RSS 2.0 feed. */
export function renderFeed(articles: readonly SampleArticle[], origin: string): string {
  const items = articles.map(
    (article) => `<item><title>${escapeHtml(article.title)}</title>
<link>${origin}/news/${article.id}</link><guid isPermaLink="false">${article.id}</guid>
<pubDate>${new Date(zoned(article.publishedAt)).toUTCString()}</pubDate>
<description>${escapeHtml(article.paragraphs[0]?.slice(0, 200) ?? '')}</description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Sample news</title><link>${origin}/</link>
<description>The bundled sample</description>
${items.join('\n')}
</channel></rss>`;
}

const zoned = (date: string) => (date.includes('T') ? `${date}Z` : date);
