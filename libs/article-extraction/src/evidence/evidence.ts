import type { Page, PageElement } from '../page/page-element.js';
import { textOf } from '../page/page-element.js';
import { oneLine } from '../text/whitespace.js';
import { headlineOf, headTitles } from './headline.js';
import type { JsonLd } from './json-ld.js';
import { readJsonLd } from './json-ld.js';
import { MarkGatherer } from './marks.js';
import type { MetaTags } from './meta-tags.js';
import { addMetaTag } from './meta-tags.js';
import type { Places } from './places.js';
import { readPlaces } from './places.js';

/** A heading with its text on one line. */
export interface Heading {
  readonly element: PageElement;
  readonly text: string;
}

/** Everything that a page says of itself, as written: none of it is believed yet. */
export interface Evidence extends Places {
  /** The address that the page was fetched from. */
  readonly url: string;
  readonly jsonLd: JsonLd;
  readonly meta: MetaTags;
  /** The text of the `title` element. */
  readonly documentTitle: string;
  /** All `h1` elements that have text, and all elements marked as the headline. */
  readonly headings: readonly Heading[];
  /** The heading above the article, or null. */
  readonly headline: Heading | null;
  /** The `href` of the canonical link, or an empty text. */
  readonly canonical: string;
  /** The language that the page declares, as written, or an empty text. */
  readonly declaredLanguage: string;
}

/** Elements that say something without an attribute. */
const SPEAKING: ReadonlySet<string> = new Set(['title', 'body', 'h1', 'time']);
const MAX_HEADINGS = 50;
const MAX_HEADING = 500;

/** Gathers a page's evidence in one pass over its elements and one over the text beside its headline. */
export function gatherEvidence(page: Page, url: string): Evidence {
  const meta = new Map<string, string>();
  const headings: Heading[] = [];
  const stated = new MarkGatherer();
  let documentTitle = '';
  let canonical = '';
  let body = page.root;
  for (const element of page.elements) {
    const { name, attributes } = element;
    if (attributes.size === 0 && !SPEAKING.has(name)) continue;
    const property = attributes.get('itemprop') ?? attributes.get('property') ?? '';
    if (name === 'meta') {
      addMetaTag(meta, element);
      if (isInHead(element)) continue;
    } else if (name === 'title') documentTitle ||= headingText(element);
    else if (name === 'body') body = element;
    else if (name === 'link' && /\bcanonical\b/i.test(element.get('rel'))) {
      canonical ||= element.get('href').trim();
    }
    if ((name === 'h1' || isHeadline(property)) && headings.length < MAX_HEADINGS) {
      const text = headingText(element);
      if (text !== '') headings.push({ element, text });
    } else stated.addStated(element, property);
  }
  const jsonLd = readJsonLd(page.structuredData, url);
  const titles = { url, jsonLd, meta, documentTitle, headings };
  const headline = headlineOf(titles);
  return {
    ...titles,
    headline,
    canonical,
    declaredLanguage: declaredLanguage(page.root, body, meta),
    ...readPlaces(page, body, stated, headline, headTitles(titles)[0] ?? ''),
  };
}

function headingText(element: PageElement): string {
  const content = element.get('content');
  return oneLine((content || textOf(element, MAX_HEADING)).slice(0, MAX_HEADING));
}

const isInHead = (meta: PageElement): boolean => meta.parent?.name === 'head';
const isHeadline = (property: string): boolean => property !== '' && /\bheadline\b/.test(property);

function declaredLanguage(root: PageElement, body: PageElement, meta: MetaTags): string {
  return (
    root.get('lang') ||
    body.get('lang') ||
    (meta.get('content-language') ?? meta.get('og:locale') ?? meta.get('language') ?? '')
  ).trim();
}
