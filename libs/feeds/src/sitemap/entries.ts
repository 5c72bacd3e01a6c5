import { feedDate } from '../feed/date.js';
import { plainText, webUrl } from '../feed/clean.js';
import { sameSite } from '../url/same-site.js';
import type {
  ChangeFrequency,
  SitemapDropped,
  SitemapNews,
  SitemapReference,
  SitemapUrl,
} from './model.js';

/** What an entry says, in the sitemap's own words. */
export type EntryField =
  'loc' | 'lastmod' | 'changefreq' | 'title' | 'date' | 'language' | 'publication';
export type RawEntry = { readonly [F in EntryField]?: string } & { readonly hasNews: boolean };

/** The protocol allows 2,047 characters; sites with long queries go beyond it. */
const MAX_URL_CHARS = 8192;
const MAX_TEXT_CHARS = 1000;
const FREQUENCIES: ReadonlySet<string> = new Set<ChangeFrequency>([
  'always',
  'hourly',
  'daily',
  'weekly',
  'monthly',
  'yearly',
  'never',
]);

function frequency(text: string | undefined): ChangeFrequency | null {
  const word = text?.trim().toLowerCase() ?? '';
  return FREQUENCIES.has(word) ? (word as ChangeFrequency) : null;
}

const newsOf = (entry: RawEntry): SitemapNews => ({
  title: plainText(entry.title, MAX_TEXT_CHARS),
  publishedAt: feedDate(entry.date),
  language: plainText(entry.language, MAX_TEXT_CHARS),
  publicationName: plainText(entry.publication, MAX_TEXT_CHARS),
});

/** Takes entries up to the cap and sorts out those that the sitemap may not name. */
export class Entries {
  readonly urls: SitemapUrl[] = [];
  readonly sitemaps: SitemapReference[] = [];
  private readonly counts = { otherSite: 0, notWeb: 0, overCap: 0 };
  private readonly site: URL;
  /** The last origin asked about, as sitemaps name thousands of one, and whether it is of the site. */
  private last = { origin: '', same: false };

  constructor(
    private readonly base: string,
    private readonly max: number,
    private readonly crossSite: boolean,
  ) {
    this.site = new URL(base);
  }

  addUrl(entry: RawEntry): void {
    const url = this.admit(entry.loc, this.urls.length);
    if (url === null) return;
    this.urls.push({
      url,
      lastModified: feedDate(entry.lastmod),
      changeFrequency: frequency(entry.changefreq),
      news: entry.hasNews ? newsOf(entry) : null,
    });
  }

  addSitemap(entry: RawEntry): void {
    const url = this.admit(entry.loc, this.sitemaps.length);
    if (url !== null) this.sitemaps.push({ url, lastModified: feedDate(entry.lastmod) });
  }

  get dropped(): SitemapDropped {
    return { ...this.counts };
  }

  private admit(loc: string | undefined, kept: number): string | null {
    if (kept >= this.max) return this.drop('overCap');
    const text = loc?.trim() ?? '';
    const url = text.length > MAX_URL_CHARS ? null : webUrl(text, this.base);
    if (url === null) return this.drop('notWeb');
    if (!this.crossSite && !this.isOwn(url)) return this.drop('otherSite');
    return url;
  }

  private isOwn(url: string): boolean {
    const origin = url.slice(0, url.indexOf('/', 'https://'.length));
    if (origin !== this.last.origin)
      this.last = { origin, same: sameSite(new URL(origin), this.site) };
    return this.last.same;
  }

  private drop(reason: keyof SitemapDropped): null {
    this.counts[reason]++;
    return null;
  }
}
