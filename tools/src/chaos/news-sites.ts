import { normaliseUrl, urlId } from '@tocsin/feeds';
import type { SampleArticle } from '../sample/articles.js';
import { type SampleSite, startSampleSite } from '../sample/site.js';

/** Many hosts: one is asked for one page at a time, and a kill is to find many pages in the fetcher's hands. */
const SITES = 10;

/** Sites on loopback that publish articles bit by bit. */
export class NewsSites {
  /** The id of each published page's URL, by its article's id. */
  readonly urlIds = new Map<string, string>();
  private turn = 0;

  private constructor(private readonly sites: readonly SampleSite[]) {}

  static async open(): Promise<NewsSites> {
    const empty = () => startSampleSite({ port: 0, articles: [] });
    return new NewsSites(await Promise.all(Array.from({ length: SITES }, empty)));
  }

  get feedUrls(): string[] {
    return this.sites.map((site) => site.feedUrl);
  }

  /** As `host:port`, for the fetcher's address guard. */
  get hosts(): string[] {
    return this.sites.map((site) => new URL(site.origin).host);
  }

  /** Puts articles into the feeds, site after site. */
  publish(articles: readonly SampleArticle[]): void {
    for (const article of articles) {
      const site = this.sites[this.turn++ % this.sites.length] as SampleSite;
      site.publish([article]);
      const url = `${site.origin}/news/${article.id}`;
      this.urlIds.set(article.id, urlId(normaliseUrl(url) ?? url));
    }
  }

  /** How many pages were asked for, again and again included. */
  get pagesAsked(): number {
    const pages = this.sites.map(({ log }) => log.filter((path) => path.startsWith('/news/')));
    return pages.flat().length;
  }

  async close(): Promise<void> {
    await Promise.all(this.sites.map((site) => site.close()));
  }
}
