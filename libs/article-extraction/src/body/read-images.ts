import type { Image } from '@tocsin/contracts';
import { markNumber } from '../blocks/marks.js';
import type { PageFacts } from '../blocks/page-facts.js';
import { absoluteUrl } from '../metadata/urls.js';
import type { PageElement } from '../page/page-element.js';
import { elementsIn, textOf } from '../page/page-element.js';
import { oneLine } from '../text/whitespace.js';

/** Images under one of these are not the article's. */
const BESIDE = [
  'ad',
  'related',
  'nav',
  'side',
  'comment',
  'bio',
  'share',
  'byline',
  'signup',
  'footer',
  'nav-tag',
  'aside-tag',
  'footer-tag',
].map(markNumber);
const CAPTION = markNumber('caption');
const SOURCES = ['data-src', 'data-lazy-src', 'data-original', 'src'];
const MAX_IMAGES = 100;
const MAX_CAPTION = 2_000;
/** Elements looked through for a holder's image and caption: holders may stand in holders. */
const MAX_ELEMENTS = 500;

/**
 * The article's images with their captions: those between its headline, or its first block, and its
 * last block. A caption without an image that can be shown is kept too.
 *
 * @param kept numbers of the article's blocks
 */
export function readImages(
  facts: PageFacts,
  kept: readonly number[],
  headline: PageElement | null,
  pageUrl: string,
): Image[] {
  const { page, blocks } = facts;
  const first = blocks[kept[0] ?? -1]?.element;
  const last = blocks[kept.at(-1) ?? -1]?.element;
  if (first === undefined || last === undefined) return [];
  const root = commonElement(commonElement(first, last), headline ?? first);
  const start = Math.min(first.order, headline?.order ?? first.order, firstFigure(facts, root));
  const images: Image[] = [];
  const seen = new Set<string>();
  for (const element of elementsIn(page, root, isHolder)) {
    if (element.order < start || element.order >= last.end || images.length >= MAX_IMAGES) continue;
    if (facts.marks.isUnder(element, BESIDE)) continue;
    const image =
      element.name === 'img' ? ofImage(element, pageUrl) : ofFigure(facts, element, pageUrl);
    const key = image.url ?? image.caption;
    if (key === null || seen.has(key)) continue;
    seen.add(key);
    if (image.caption !== null || element.name === 'img') images.push(image);
  }
  return images;
}

const isHolder = ({ name, names }: PageElement): boolean =>
  name === 'figure' || name === 'img' || / (?:wp caption|caption|photo|image) /.test(names);

/** Where the article's element begins: its lead image may stand before the headline. */
function firstFigure({ page }: PageFacts, root: PageElement): number {
  if (root.name !== 'article' && root.name !== 'main') return Infinity;
  for (const { order } of elementsIn(page, root, ({ name }) => name === 'figure')) return order;
  return Infinity;
}

function commonElement(a: PageElement, b: PageElement): PageElement {
  let common = a;
  while (!common.contains(b) && common.parent !== null) common = common.parent;
  return common;
}

function ofFigure({ page, marks }: PageFacts, holder: PageElement, pageUrl: string): Image {
  const isText = (each: PageElement): boolean =>
    each !== holder && (each.name === 'figcaption' || marks.distance(each, CAPTION) === 0);
  let url: string | null = null;
  let caption = '';
  let read = 0;
  for (const each of elementsIn(page, holder, (one) => one.name === 'img' || isText(one))) {
    if (each.order > holder.order + MAX_ELEMENTS) break;
    if (each.name === 'img') url ??= ofImage(each, pageUrl).url;
    // What stands in a caption without text has none either.
    else if (caption === '' && each.order >= read) {
      caption = oneLine(textOf(each, MAX_CAPTION).slice(0, MAX_CAPTION));
      read = each.end;
    }
  }
  return { url, caption: caption === '' ? null : caption };
}

function ofImage(image: PageElement, pageUrl: string): Image {
  const source = SOURCES.map((name) => image.get(name)).find((each) => each !== '');
  return { url: source === undefined ? null : absoluteUrl(source, pageUrl), caption: null };
}
