import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import pg from 'pg';
import RssParser from 'rss-parser';
import type { AlternativeRun, AlternativeTask } from './alternative.js';

// What a user would write in an afternoon: feeds by rss-parser, pages by jsdom and Readability, a row at a time.
const { feeds, databaseUrl } = JSON.parse(process.argv[2] ?? '') as AlternativeTask;
const database = new pg.Pool({ connectionString: databaseUrl });
await database.query(`CREATE TABLE IF NOT EXISTS public.script_article
  (url text PRIMARY KEY, title text, published_at text, text text, fetched_at timestamptz DEFAULT now())`);
const parser = new RssParser();

async function readPage(url: string): Promise<boolean> {
  const response = await fetch(url);
  const dom = new JSDOM(await response.text(), { url });
  const article = new Readability(dom.window.document).parse();
  dom.window.close();
  if (!article) return false;
  await database.query(
    `INSERT INTO public.script_article (url, title, published_at, text) VALUES ($1, $2, $3, $4)
     ON CONFLICT (url) DO UPDATE SET title = $2, published_at = $3, text = $4, fetched_at = now()`,
    [url, article.title, article.publishedTime, article.textContent],
  );
  return true;
}

const startedAt = performance.now();
const cpuBefore = process.cpuUsage();
let pages = 0;
let articles = 0;
for (const feed of feeds) {
  const { items } = await parser.parseURL(feed);
  const found = await Promise.all(
    items.map(({ link }) => readPage(link as string).catch(() => false)),
  );
  pages += found.length;
  articles += found.filter(Boolean).length;
}
const { user, system } = process.cpuUsage(cpuBefore);
await database.end();
const run: AlternativeRun = {
  pages,
  articles,
  seconds: (performance.now() - startedAt) / 1_000,
  cpuMs: (user + system) / 1_000 / pages,
};
process.send?.(run, () => process.disconnect());
