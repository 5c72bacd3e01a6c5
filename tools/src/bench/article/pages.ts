import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pageLoader } from '../../eval/load-page.js';
import { readCases } from '../../eval/read-cases.js';
import { bundledArticles } from '../../sample/articles.js';
import { renderPage } from '../../sample/page.js';
import { BenchUsageError } from '../options.js';

/** A page as it came from its site. */
export interface BenchPage {
  readonly url: string;
  readonly bytes: Uint8Array;
}

/** Where the pages come from; travels as JSON. */
export interface PageSource {
  /** Holds `data/<set>/*.jsonl` and the pages they name; without it, the bundled sample's pages. */
  readonly dataDir?: string;
  readonly sets: readonly string[];
}

/** Every page of the source once, in a fixed order, decompressed. @throws BenchUsageError */
export async function loadPages(source: PageSource): Promise<BenchPage[]> {
  const { dataDir, sets } = source;
  if (dataDir === undefined) return samplePages();
  const folder = resolve(dataDir);
  const loadPage = pageLoader(folder);
  const urls = new Map<string, string>();
  for (const set of sets) {
    for await (const { path, url } of pagesOf(join(folder, 'data', set))) urls.set(path, url);
  }
  if (urls.size === 0) {
    throw new BenchUsageError(`${sets.join(', ')} in ${folder}: there are no pages.`);
  }
  const pages: BenchPage[] = [];
  for (const [path, url] of urls) pages.push({ url, bytes: await loadPage(path) });
  return pages;
}

async function* pagesOf(folder: string): AsyncGenerator<{ path: string; url: string }> {
  const files = await readdir(folder).catch((cause: unknown) => {
    throw new BenchUsageError(`${folder} cannot be read.`, { cause });
  });
  for (const file of files.filter((name) => name.endsWith('.jsonl')).sort()) {
    for await (const { input } of readCases(join(folder, file))) {
      const { html_path: path, url } = input;
      if (typeof path === 'string') yield { path, url: typeof url === 'string' ? url : '' };
    }
  }
}

function samplePages(): BenchPage[] {
  const articles = bundledArticles();
  return articles.map((article, at) => {
    const others = [...articles.slice(at + 1), ...articles.slice(0, at)];
    return {
      url: `https://news.example/news/${article.id}`,
      bytes: Buffer.from(renderPage(article, others)),
    };
  });
}
