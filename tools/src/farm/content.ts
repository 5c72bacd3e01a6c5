import { gzipSync } from 'node:zlib';
import { seeded } from '../corpus/random.js';
import { bundledArticles } from '../sample/articles.js';
import { escapeHtml, renderPage } from '../sample/page.js';

/** A body in both codings, made once however often it is sent. */
export interface Content {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
}

export function contentOf(type: string, text: string): Content {
  const plain = Buffer.from(text);
  return { type, plain, gzip: gzipSync(plain) };
}

/** Different pages; more of them would only claim memory. */
const VARIANTS = 64;
/** Words of a page's scripts and data, which compress about as well as those of real pages. */
const WORDS =
  'article author body card class config content data div feed footer header href image item link list locale media menu meta name news page path player props query region render route script section share slot source state story style tag theme title token track type url user value video widget'.split(
    ' ',
  );

/**
 * News pages of a given size: real articles in their page, and below them the data that sites of today
 * put there, since most of a page's bytes are no article.
 *
 * @param kilobytes of each page's HTML
 */
export function newsPages(kilobytes: number): Content[] {
  const articles = bundledArticles();
  return Array.from({ length: VARIANTS }, (_, n) => {
    const at = n % articles.length;
    const others = [...articles.slice(at + 1), ...articles.slice(0, at)];
    const html = renderPage(articles[at]!, others);
    return contentOf('text/html; charset=utf-8', padded(html, kilobytes * 1024, n));
  });
}

function padded(html: string, bytes: number, seed: number): string {
  const random = seeded(seed + 1);
  const word = () => WORDS[Math.floor(random() * WORDS.length)] as string;
  const entries: string[] = [];
  let missing = bytes - Buffer.byteLength(html) - 60;
  while (missing > 0) {
    const link = `/${word()}/${word()}-${word()}-${Math.floor(random() * 1e6)}`;
    const entry = `{"component":"story-card","section":"${word()}","href":"${link}","title":"${word()} ${word()} ${word()} ${word()}","image":{"width":640,"height":360,"alt":"${word()} ${word()}"}}`;
    entries.push(entry);
    missing -= entry.length + 1;
  }
  const data = `<script type="application/json">[${entries.join(',')}]</script>`;
  return html.replace('</body>', () => `${data}</body>`);
}

/** An RSS 2.0 feed that names these paths of one host. */
export function feedOf(host: string, paths: readonly string[]): Content {
  const items = paths.map((path) => {
    const link = escapeHtml(`http://${host}${path}`);
    return `<item><title>Story ${escapeHtml(path)}</title><link>${link}</link><guid>${link}</guid>
<pubDate>Wed, 25 Nov 2026 08:00:00 GMT</pubDate><description>What happened, in one sentence of a dozen words or so.</description></item>`;
  });
  return contentOf(
    'application/rss+xml; charset=utf-8',
    `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>News of ${host}</title><link>http://${host}/</link>
<description>A site of the farm</description>
${items.join('\n')}
</channel></rss>`,
  );
}
