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

  private constructor(
    private readonly sites: readonly SampleSite[],
    /** Sites whose feeds nobody has registered yet. */
    readonly spare: readonly SampleSite[],
  ) {}

  static async open(spare = 0): Promise<NewsSites> {
    const empty = () => startSampleSite({ port: 0, articles: [] });
    const all = await Promise.all(Array.from({ length: SITES + spare }, empty));
    return new NewsSites(all.slice(0, SITES), all.slice(SITES));
  }

  get feedUrls(): string[] {
    return this.sites.map((site) => site.feedUrl);
  }

  /** As `host:port`, for the fetcher's address guard. */
  get hosts(): string[] {
    return this.all.map((site) => new URL(site.origin).host);
  }

  /** Puts articles into the feeds, site after site. @returns the ids of their URLs */
  publish(articles: readonly SampleArticle[]): string[] {
    return articles.flatMap((article) =>
      this.publishAt(this.sites[this.turn++ % this.sites.length] as SampleSite, [article]),
    );
  }

  /** Puts articles into the feed of one site. @returns the ids of their URLs */
  publishAt(site: SampleSite, articles: readonly SampleArticle[]): string[] {
    site.publish(articles);
    return articles.map(({ id }) => {
      const url = `${site.origin}/news/${id}`;
      const named = urlId(normaliseUrl(url) ?? url);
      this.urlIds.set(id, named);
      return named;
    });
  }

  /** How many pages were asked for, again and again included. */
  get pagesAsked(): number {
    const pages = this.all.map(({ log }) => log.filter((path) => path.startsWith('/news/')));
    return pages.flat().length;
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((site) => site.close()));
  }

  private get all(): readonly SampleSite[] {
    return [...this.sites, ...this.spare];
  }
}
