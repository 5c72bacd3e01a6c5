import type { PageElement } from '../page/page-element.js';

/** Headlines are longer than the names of sections, and shorter than paragraphs. */
const MIN_HEADLINE = 25;
const MAX_HEADLINE = 200;
/** Scripts without spaces, which begin here, need fewer characters for a headline. */
const MIN_DENSE_HEADLINE = 10;
export const DENSE = 0x2e80;

/** What an element is to the survey; one look-up by name is cheaper than comparing names one after the other. */
const KINDS = new Map<string, 'link' | 'heading' | 'title' | 'meta' | 'time' | 'article' | 'part'>([
  ['a', 'link'],
  ['h1', 'title'],
  ['title', 'title'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['meta', 'meta'],
  ['time', 'time'],
  ['article', 'article'],
  // Elements that bear the names of the page's parts; those of words and lines would only cost time.
  ['body', 'part'],
  ['main', 'part'],
  ['div', 'part'],
  ['section', 'part'],
  ['aside', 'part'],
  ['ul', 'part'],
  ['ol', 'part'],
]);
const ARTICLE_META = new Set([
  'article:published_time',
  'article:modified_time',
  'article:section',
  'article:author',
]);
const MAX_NAMES = 300;
/** Few names get past it, and it costs less than what follows. */
const HINT = /[wW]all|piano-|[lL]ive-?[bBtT]/;
/** The element that stands in the way, not a page whose maker also sells subscriptions. */
const WALL =
  /(?:^|[\s_-])(?:pay-?wall|reg-?wall|subscri(?:ber|ption)-?wall|premium-?wall|meter(?:ed)?-?wall|piano-(?:paywall|offer|inline))/i;
const LIVE = /(?:^|[\s_-])live-?(?:blog|ticker)/i;

/**
 * What is counted while a page's elements pass by once in document order. Subtrees are ranges of numbers, so
 * that being within an element is one comparison.
 */
export class Survey {
  ogType = '';
  /** Whether the document's own meta elements say that it is an article. */
  hasArticleMeta = false;
  /** Dates and bodies of articles in microdata: the cards of a list have one each. */
  articleItems = 0;
  headlineLinks = 0;
  headlineLength = 0;
  linkedHeadings = 0;
  articles = 0;
  liveTimes = 0;
  hasWall = false;
  /** The document's title and its main headings. */
  readonly titles: PageElement[] = [];

  private linkEnd = 0;
  private linkLength = 0;
  private linkIsDense = false;
  private headingEnd = 0;
  /** Whether the link stands in a heading that has not been counted, or a heading in the link. */
  private linkHasHeading = false;
  private articleEnd = 0;
  private liveEnd = 0;

  see(element: PageElement): void {
    const { order, children } = element;
    if (this.linkEnd > 0 && order >= this.linkEnd) this.endLink();
    this.name(element);
    if (order >= this.linkEnd) return;
    for (const child of children) if (typeof child === 'string') this.linkText(child);
  }

  /** To be called once more when all have been seen. */
  endLink(): void {
    const { linkLength: length } = this;
    const least = this.linkIsDense ? MIN_DENSE_HEADLINE : MIN_HEADLINE;
    if (length >= least && length <= MAX_HEADLINE) {
      this.headlineLinks++;
      this.headlineLength += length;
      if (this.linkHasHeading) this.linkedHeadings++;
    }
    this.linkEnd = 0;
    this.linkLength = 0;
    this.linkIsDense = false;
    this.linkHasHeading = false;
  }

  private name(element: PageElement): void {
    switch (KINDS.get(element.name)) {
      case 'link':
        return this.link(element);
      case 'title':
        this.titles.push(element);
        return this.heading(element);
      case 'heading':
        return this.heading(element);
      case 'meta':
        return this.meta(element);
      case 'time':
        if (element.order < this.liveEnd) this.liveTimes++;
        return;
      case 'article':
        if (element.order >= this.articleEnd) {
          this.articles++;
          this.articleEnd = element.end;
        }
        return this.part(element);
      case 'part':
        return this.part(element);
    }
  }

  private link({ order, end }: PageElement): void {
    if (order < this.linkEnd) return;
    this.linkEnd = end;
    this.linkHasHeading = order < this.headingEnd;
  }

  private heading({ order, end }: PageElement): void {
    this.headingEnd = end;
    if (order < this.linkEnd) this.linkHasHeading = true;
  }

  private part(element: PageElement): void {
    const { attributes } = element;
    if (attributes.size === 0) return;
    this.names(attributes.get('class'), element);
    this.names(attributes.get('id'), element);
    if (attributes.get('itemprop') === 'articleBody') this.articleItems++;
  }

  private names(names: string | undefined, element: PageElement): void {
    if (names === undefined || names.length > MAX_NAMES || !HINT.test(names)) return;
    if (!this.hasWall && WALL.test(names)) this.hasWall = true;
    if (element.end > this.liveEnd && LIVE.test(names)) this.liveEnd = element.end;
  }

  private meta(element: PageElement): void {
    const property = element.get('property') || element.get('name');
    if (property === 'og:type') this.ogType = element.get('content').trim().toLowerCase();
    else if (ARTICLE_META.has(property)) this.hasArticleMeta = true;
    else if (element.get('itemprop') === 'datePublished') this.articleItems++;
  }

  private linkText(text: string): void {
    const length = visibleLength(text);
    if (length === 0) return;
    this.linkLength += length;
    this.linkIsDense ||= text.charCodeAt(text.length - 1) >= DENSE;
  }
}

/** Length without the white space around, which indentation makes. */
function visibleLength(text: string): number {
  let from = 0;
  let to = text.length;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return to - from;
}
