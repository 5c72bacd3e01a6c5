import type { Entries } from './entries.js';
import { SitemapError } from './model.js';

/** A text whose first lines hold no address is something else. */
const MAX_LINES_WITHOUT_URL = 1000;
const ADDRESS = /^https?:\/\//i;

/** Lines without their ends, one at a time: a list of all would cost more than the text. */
function* linesOf(text: string): Generator<string> {
  const ends = /\r\n|\r|\n/g;
  let from = 0;
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    yield text.slice(from, end.index);
    from = ends.lastIndex;
  }
  yield text.slice(from);
}

/**
 * Reads a sitemap of one absolute URL a line; other lines count as dropped.
 *
 * @throws SitemapError ERR_SITEMAP_UNRECOGNISED when there is no such line
 */
export function readTextSitemap(text: string, entries: Entries): void {
  let found = false;
  let without = 0;
  for (const raw of linesOf(text)) {
    const line = raw.trim();
    if (line === '') continue;
    const isAddress = ADDRESS.test(line);
    found ||= isAddress;
    if (!found && ++without > MAX_LINES_WITHOUT_URL) break;
    const entry = isAddress ? { loc: line, hasNews: false } : { hasNews: false };
    entries.addUrl(entry);
  }
  if (!found) throw new SitemapError('ERR_SITEMAP_UNRECOGNISED', 'No line is an http(s) address.');
}
