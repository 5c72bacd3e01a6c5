import { webUrl } from '../feed/clean.js';
import { normaliseUrl } from '../url/normalise.js';
import { sameSite } from '../url/same-site.js';
import { looksLikeArticle } from './article-url.js';
import { baseOf, scanPage } from './scan.js';

/** A page that the front page presents as an article. */
export interface FrontPageLink {
  /** Absolute, http or https; as the page wrote it, not normalised. */
  readonly url: string;
  /** Its headline: the fullest text of all links to it. */
  readonly title: string;
}

const MAX_LINKS = 500;
const MAX_TITLE_CHARS = 300;
const MIN_WORDS = 4;
const MIN_CHARS = 18;
/** Scripts that write without blanks: about two characters make a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Whether a text has the length of a headline rather than of a label. */
function hasSentenceShape(text: string): boolean {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  if (unspaced >= MIN_WORDS * 2) return true;
  const words = text.split(' ').filter((word) => /\p{L}/u.test(word)).length;
  return words >= MIN_WORDS && text.length >= MIN_CHARS;
}

/**
 * The articles that a front page links to, in its order, for sites without any feed. Three general
 * signals must agree, none of them made for one site:
 * - the link's text, or the heading in or around it, has the length of a headline;
 * - the address leads to a page of the same site that is no list, account, tool or file;
 * - the address has an article's shape (a date, a long number, a slug of several words), or the link
 *   is a heading or stands in an `<article>`.
 * Links in navigation, page header and footer don't count; those in forms do, as some systems wrap the
 * whole page in one.
 *
 * @param html of any quality; linear in its length
 * @param url of the front page, absolute
 */
export function frontPageLinks(html: string, url: string): FrontPageLink[] {
  const page = scanPage(html);
  const base = baseOf(page, url);
  const site = new URL(url);
  const own = normaliseUrl(url);
  const byId = new Map<string, FrontPageLink>();
  for (const anchor of page.anchors) {
    const title = (anchor.heading ?? anchor.text).slice(0, MAX_TITLE_CHARS);
    if (anchor.inChrome || !hasSentenceShape(title)) continue;
    const address = webUrl(anchor.href, base);
    const id = address && normaliseUrl(address);
    if (!address || !id || id === own || !sameSite(new URL(address), site)) continue;
    if (!looksLikeArticle(new URL(id), anchor.heading !== null || anchor.inArticle)) continue;
    const known = byId.get(id);
    if (!known && byId.size >= MAX_LINKS) continue;
    if (!known) byId.set(id, { url: address, title });
    else if (title.length > known.title.length) byId.set(id, { ...known, title });
  }
  return [...byId.values()];
}
