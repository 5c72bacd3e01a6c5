import type { Page, PageElement } from '../page/page-element.js';

/**
 * What names, roles and tags say that an element is. A mark is a kind of part of a page; its words are
 * what newsrooms' systems name such parts, in class names and ids, alone or as two words in a row.
 */
export const MARKS = {
  ad: 'ad ads adv advert advertisement advertising adslot adunit sponsor sponsored outbrain taboola dfp gpt banner',
  share:
    'share sharing sharebar social socials addthis sharedaddy follow twitter facebook whatsapp',
  related:
    'related relatedlinks relatedcontent recommended recommendation recommendations recirc recirculation trending popular ' +
    'mostread mostpopular readmore readnext alsoread seealso upnext teaser teasers promo promos promotion card cards latest ' +
    'headlines river linklist morefrom morestories read+more read+next see+also also+read most+read more+stories up+next',
  signup:
    'newsletter newsletters signup subscribe subscription registration register sign+up login inscription abo',
  comment:
    'comment comments disqus respond commentlist commentary replies kommentar kommentare comentarios',
  consent: 'cookie cookies consent gdpr onetrust privacy',
  nav: 'nav navigation navbar menu breadcrumb breadcrumbs pagination pager toolbar skip tabs tablist topbar',
  bio: 'bio authorbio authorbox aboutauthor author+bio author+box about+author author+info author+description profile',
  byline: 'byline bylines author authors writer contributor autor autoren auteur',
  tags: 'tag tags taglist topics topic keywords categories category tagcloud',
  hidden:
    'hidden hide offscreen noprint print+only screen+reader sr+only visually+hidden visuallyhidden',
  caption: 'caption captions credit credits photocredit imgcaption legend bildunterschrift',
  media:
    'image images img photo photos picture gallery slideshow carousel slider video videos player media embed lightbox',
  headline: 'header masthead headline title heading kicker eyebrow titre titel titulo',
  standfirst:
    'dek deck subtitle subhead subheadline subheading standfirst lead lede summary intro excerpt teasertext description chapo sapo',
  date: 'date time timestamp datetime published updated dateline meta metadata postmeta',
  footer: 'footer foot copyright legal disclaimer terms colophon bottom',
  side: 'sidebar aside widget widgets rail secondary complementary sticky',
  box: 'infobox factbox box callout pullquote pull+quote quote highlight keypoints key+points',
  wall: 'paywall piano premium subscriber metered regwall gate overlay modal popup',
  vote: 'poll quiz vote survey rating ratings reactions',
  note: 'correction corrections note notes footnote footnotes tagline endnote disclosure source sources references',
  story: 'article story entry post news single artikel articulo',
  body:
    'body content text articlebody storybody postbody bodytext articletext storytext entrycontent postcontent articlecontent ' +
    'richtext paragraph paragraphs copy prose maincontent article+body story+body entry+content post+content',
  live: 'live liveblog ticker live+blog',
  embed: 'twitter+tweet tweet instagram+media embed+twitter fb+post tiktok+embed',
} as const;

/** Parts that the tag or the role of an element names. */
const TAGS: Readonly<Record<string, string>> = {
  nav: 'nav-tag',
  header: 'header-tag',
  footer: 'footer-tag',
  aside: 'aside-tag',
  figure: 'figure-tag',
  figcaption: 'figcaption-tag',
  form: 'form-tag',
  table: 'table-tag',
  ul: 'list-tag',
  ol: 'list-tag',
  dl: 'list-tag',
  li: 'item-tag',
  blockquote: 'quote-tag',
  article: 'article-tag',
  main: 'main-tag',
  section: 'section-tag',
  details: 'details-tag',
  dialog: 'form-tag',
};
const ROLES: Readonly<Record<string, string>> = {
  navigation: 'nav-tag',
  banner: 'header-tag',
  contentinfo: 'footer-tag',
  complementary: 'aside-tag',
  main: 'main-tag',
  article: 'article-tag',
  dialog: 'form-tag',
};
const STRUCTURED_BODY = 'structured-body';
const UNSEEN = 'unseen';

/** All marks in the order of their numbers. */
export const MARK_NAMES: readonly string[] = [
  ...Object.keys(MARKS),
  ...new Set(Object.values(TAGS)),
  STRUCTURED_BODY,
  UNSEEN,
];
const COUNT = MARK_NAMES.length;
const NUMBER = new Map(MARK_NAMES.map((name, number) => [name, number]));
const numberOf = (name: string): number => NUMBER.get(name) ?? 0;
const BODY = numberOf('body');
/** Marks that what holds the article may bear; any other on such an element says nothing. */
const WHOLE = new Set(
  ['story', 'body', 'article-tag', 'main-tag', 'section-tag', STRUCTURED_BODY].map(numberOf),
);

const BY_WORD = new Map<string, number>();
for (const [name, words] of Object.entries(MARKS))
  for (const word of words.split(' ')) BY_WORD.set(word.replace('+', ' '), numberOf(name));

/** An element that holds more of the page's text than this is no side part, whatever its names say. */
const MAX_SHARE = 0.4;
/** The distance that stands for "no such element around", and the cap of all others. */
export const FAR = 12;

/** How far above each element the nearest one of each mark is: 0 itself, 1 its parent …, `FAR` none. */
export class Marks {
  private readonly table: Uint8Array;

  constructor(page: Page, textLengths: Float64Array) {
    const { elements } = page;
    this.table = new Uint8Array(elements.length * COUNT).fill(FAR);
    const total = textLengths[0] ?? 0;
    const known = new Map<string, readonly number[]>();
    for (const element of elements) {
      this.inherit(element);
      const whole = (textLengths[element.order] ?? 0) > MAX_SHARE * total;
      for (const mark of marksOf(element, known)) {
        if (!whole || WHOLE.has(mark)) this.table[element.order * COUNT + mark] = 0;
      }
    }
  }

  /** @param mark its place in `MARK_NAMES` */
  distance(element: PageElement, mark: number): number {
    return this.table[element.order * COUNT + mark] ?? FAR;
  }

  /** All distances of an element, in the order of `MARK_NAMES`. */
  distances(element: PageElement): Uint8Array {
    return this.table.subarray(element.order * COUNT, (element.order + 1) * COUNT);
  }

  private inherit({ order, parent }: PageElement): void {
    if (parent === null) return;
    const [from, to] = [parent.order * COUNT, order * COUNT];
    for (let mark = 0; mark < COUNT; mark++) {
      const above = this.table[from + mark] ?? FAR;
      if (above < FAR) this.table[to + mark] = above + 1;
    }
  }
}

export const isNear = (distance: number): boolean => distance < FAR;
export const markNumber = numberOf;

function marksOf(element: PageElement, known: Map<string, readonly number[]>): readonly number[] {
  const { attributes, name } = element;
  const tag = TAGS[name];
  if (attributes.size === 0) return tag === undefined ? [] : [numberOf(tag)];
  const key = `${element.get('class')}#${element.get('id')}`;
  let named = known.get(key);
  if (named === undefined) {
    named = namedMarks(element.names);
    known.set(key, named);
  }
  const marks = [...named];
  if (tag !== undefined) marks.push(numberOf(tag));
  const role = ROLES[element.get('role')];
  if (role !== undefined) marks.push(numberOf(role));
  if (element.get('itemprop') === 'articleBody') marks.push(numberOf(STRUCTURED_BODY), BODY);
  if (isUnseen(element)) marks.push(numberOf(UNSEEN));
  return marks;
}

function namedMarks(names: string): readonly number[] {
  if (names === '') return [];
  const words = names.trim().split(' ');
  const marks = new Set<number>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const pair = at + 1 < words.length ? BY_WORD.get(`${word} ${words[at + 1] ?? ''}`) : undefined;
    const mark = pair ?? BY_WORD.get(word);
    if (mark !== undefined) marks.add(mark);
    // Two words that mean something together do not mean what each means alone.
    if (pair !== undefined) at++;
  }
  return [...marks];
}

const isUnseen = (element: PageElement): boolean =>
  element.attributes.has('hidden') ||
  element.get('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.get('style'));
