import { readTokens, type TokenHandler } from '../markup/tokens.js';
import { Region } from './region.js';

/** A `<link>` of the page's head. */
export interface LinkElement {
  /** In lower case. */
  readonly rel: ReadonlySet<string>;
  /** In lower case, without parameters. */
  readonly type: string;
  readonly href: string;
  readonly title: string | null;
}

/** An `<a>` and where it stands. */
export interface Anchor {
  readonly href: string;
  readonly text: string;
  /** The heading that it is, stands in or holds; null without one. */
  readonly heading: string | null;
  readonly inArticle: boolean;
  /** In what frames a page: `nav`, `footer`, a `header` that is no article's. */
  readonly inChrome: boolean;
}

/** The links of a page, nothing resolved yet. */
export interface ScannedPage {
  readonly base: string | null;
  readonly links: readonly LinkElement[];
  readonly anchors: readonly Anchor[];
}

/** Pages with more are lists made by machines; what is beyond is not looked at. */
const MAX_LINKS = 20_000;
const MAX_TEXT_CHARS = 500;

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const CHROME = new Set(['nav', 'footer', 'dialog']);
const CHROME_ROLES = new Set(['navigation', 'contentinfo', 'banner', 'search', 'menu', 'menubar']);
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'select', 'textarea']);
const HEADING = /^h[1-6]$/;
/** Elements that may part a word without being a break in it. */
const INLINE = new Set('a abbr b bdi em font i mark q s small strong sub sup u wbr'.split(' '));

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Text that is worth collecting only up to a length. */
class Collected {
  private text = '';
  add(piece: string): void {
    if (this.text.length < MAX_TEXT_CHARS) this.text += piece.slice(0, MAX_TEXT_CHARS);
  }
  get tidied(): string {
    return tidy(this.text).slice(0, MAX_TEXT_CHARS);
  }
}

interface OpenAnchor {
  readonly href: string;
  readonly label: string;
  readonly inHeading: boolean;
  readonly inArticle: boolean;
  readonly inChrome: boolean;
  readonly text: Collected;
  readonly heading: Collected;
}

class Scanner implements TokenHandler {
  base: string | null = null;
  readonly links: LinkElement[] = [];
  readonly anchors: Anchor[] = [];
  private readonly chrome = new Region();
  private readonly silent = new Region();
  private readonly article = new Region();
  private readonly heading = new Region();
  private anchor: OpenAnchor | undefined;

  open(name: string, attributes: ReadonlyMap<string, string>, selfClosing: boolean): void {
    if (name === 'base') this.base ??= attributes.get('href') ?? null;
    else if (name === 'link') this.addLink(attributes);
    else if (name === 'a') this.startAnchor(attributes);
    if (!INLINE.has(name)) this.anchor?.text.add(' ');
    // A slash at a tag's end means nothing in HTML, except in the drawings that are skipped.
    if (VOID.has(name) || (selfClosing && name === 'svg')) return;
    if (name === 'main') this.chrome.leave();
    const role = (attributes.get('role') ?? '').toLowerCase();
    const frames = CHROME.has(name) || CHROME_ROLES.has(role);
    this.chrome.open(name, frames || (name === 'header' && !this.article.inside));
    this.silent.open(name, SILENT.has(name));
    this.article.open(name, name === 'article');
    this.heading.open(name, HEADING.test(name));
  }

  close(name: string): void {
    if (name === 'a') this.endAnchor();
    if (!INLINE.has(name)) this.anchor?.text.add(' ');
    for (const region of [this.chrome, this.silent, this.article, this.heading]) region.close(name);
  }

  text(text: string): void {
    if (!this.anchor || this.silent.inside) return;
    this.anchor.text.add(text);
    if (this.heading.inside) this.anchor.heading.add(text);
  }

  end(): void {
    this.endAnchor();
  }

  private addLink(attributes: ReadonlyMap<string, string>): void {
    const href = attributes.get('href');
    if (!href || this.links.length >= MAX_LINKS) return;
    const rel = new Set((attributes.get('rel') ?? '').toLowerCase().slice(0, 200).split(/\s+/));
    const type = (attributes.get('type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
    const title = tidy(attributes.get('title')?.slice(0, MAX_TEXT_CHARS) ?? '');
    this.links.push({ rel, type, href, title: title || null });
  }

  /** An anchor ends where the next one starts: they don't nest. */
  private startAnchor(attributes: ReadonlyMap<string, string>): void {
    this.endAnchor();
    const href = attributes.get('href');
    if (!href || this.anchors.length >= MAX_LINKS) return;
    this.anchor = {
      href,
      label: attributes.get('aria-label') ?? attributes.get('title') ?? '',
      inHeading: this.heading.inside,
      inArticle: this.article.inside,
      inChrome: this.chrome.inside,
      text: new Collected(),
      heading: new Collected(),
    };
  }

  private endAnchor(): void {
    const anchor = this.anchor;
    if (!anchor) return;
    this.anchor = undefined;
    const { href, label, inHeading, inArticle, inChrome } = anchor;
    const text = anchor.text.tidied || tidy(label.slice(0, MAX_TEXT_CHARS));
    const heading = anchor.heading.tidied || (inHeading && text) || null;
    this.anchors.push({ href, text, heading, inArticle, inChrome });
  }
}

/** One pass over a page of any quality, linear in its length; no tree is built. */
export function scanPage(html: string): ScannedPage {
  const scanner = new Scanner();
  readTokens(html, 'html', scanner);
  scanner.end();
  return scanner;
}

/** What the page's references are taken against: `<base href>` where there is one that holds. */
export function baseOf(page: ScannedPage, url: string): string {
  if (page.base === null) return url;
  try {
    const base = new URL(page.base, url);
    return base.protocol === 'http:' || base.protocol === 'https:' ? base.href : url;
  } catch {
    return url;
  }
}
