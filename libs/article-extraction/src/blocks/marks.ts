import type { Page, PageElement } from '../page/page-element.js';

/**
 * What names, roles and tags say that an element is. A mark is a kind of part of a page; its words are
 * what newsrooms' systems name such parts, in class names and ids, alone or as two words in a row.
 */
const MARKS = {
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

/**
 * A mark's place in `MARK_NAMES`.
 *
 * @throws RangeError for a name that is no mark's
 */
export function markNumber(name: string): number {
  const number = NUMBER.get(name);
  if (number === undefined) throw new RangeError(`There is no mark "${name}".`);
  return number;
}
/** Marks that what holds the article may bear; any other on such an element says nothing. */
const WHOLE = new Set(
  ['story', 'body', 'article-tag', 'main-tag', 'section-tag', STRUCTURED_BODY].map(markNumber),
);

const NO_MARKS: readonly number[] = [];
const NO_LEVELS: readonly number[] = MARK_NAMES.map(() => 0);
const marksBy = (names: Readonly<Record<string, string>>): Map<string, readonly number[]> =>
  new Map(Object.entries(names).map(([key, mark]) => [key, [markNumber(mark)]]));
const TAG_MARKS = marksBy(TAGS);
const ROLE_MARKS = marksBy(ROLES);
const BODY_MARKS = [markNumber(STRUCTURED_BODY), markNumber('body')];
const UNSEEN_MARKS = [markNumber(UNSEEN)];

const BY_WORD = new Map<string, number>();
/** By the first word, then by the second. */
const BY_PAIR = new Map<string, Map<string, number>>();
for (const [name, words] of Object.entries(MARKS))
  for (const word of words.split(' ')) {
    const [first = '', second] = word.split('+');
    if (second === undefined) BY_WORD.set(first, markNumber(name));
    else BY_PAIR.set(first, (BY_PAIR.get(first) ?? new Map()).set(second, markNumber(name)));
  }

/** An element that holds more of the page's text than this is no side part, whatever its names say. */
const MAX_SHARE = 0.4;
/** The distance that stands for "no such element around", and the cap of all others. */
export const FAR = 12;

/** How far above each element the nearest one of each mark is: 0 itself, 1 its parent …, `FAR` none. */
export class Marks {
  /**
   * By element, then by mark: one more than the depth of the nearest element with the mark, 0 for none. What
   * has no mark of its own shares the levels of what holds it: most elements do.
   */
  private readonly levels: (readonly number[])[] = [];

  /**
   * @param textIn by element number: text in the subtree, code units
   * @param imagesIn by element number; an element without text or images gets no marks of its own
   */
  constructor({ elements }: Page, textIn: Float64Array, imagesIn: Float64Array) {
    const known = new Map<string, readonly number[]>();
    const most = MAX_SHARE * (textIn[0] ?? 0);
    for (const element of elements) {
      const { order, parent } = element;
      const around = parent === null ? NO_LEVELS : (this.levels[parent.order] as readonly number[]);
      const isEmpty = textIn[order] === 0 && imagesIn[order] === 0;
      const isWhole = (textIn[order] ?? 0) > most;
      this.levels.push(
        isEmpty ? around : levelsOf(element, around, marksOf(element, known), isWhole),
      );
    }
  }

  /** @param mark its place in `MARK_NAMES` */
  distance({ order, depth }: PageElement, mark: number): number {
    const level = this.levels[order]?.[mark] ?? 0;
    return level === 0 ? FAR : Math.min(FAR, depth + 1 - level);
  }

  /** Whether the element, or one near above it, has one of the marks. */
  isUnder(element: PageElement, marks: readonly number[]): boolean {
    return marks.some((mark) => this.distance(element, mark) < FAR);
  }

  /** All distances of an element, in the order of `MARK_NAMES`. */
  distances(element: PageElement): Uint8Array {
    const distances = new Uint8Array(COUNT);
    for (let mark = 0; mark < COUNT; mark++) distances[mark] = this.distance(element, mark);
    return distances;
  }
}

function levelsOf(
  { depth }: PageElement,
  around: readonly number[],
  marks: readonly number[],
  isWhole: boolean,
): readonly number[] {
  let levels: number[] | undefined;
  for (const mark of marks)
    if (!isWhole || WHOLE.has(mark)) (levels ??= around.slice())[mark] = depth + 1;
  return levels ?? around;
}

function marksOf(element: PageElement, known: Map<string, readonly number[]>): readonly number[] {
  const { attributes, name } = element;
  const tag = TAG_MARKS.get(name) ?? NO_MARKS;
  if (attributes.size === 0) return tag;
  const { names } = element;
  let named = known.get(names);
  if (named === undefined) known.set(names, (named = namedMarks(names)));
  const role = ROLE_MARKS.get(element.get('role')) ?? NO_MARKS;
  const isBody = element.get('itemprop') === 'articleBody';
  const unseen = isUnseen(element);
  if (tag === NO_MARKS && role === NO_MARKS && !isBody && !unseen) return named;
  return [
    ...named,
    ...tag,
    ...role,
    ...(isBody ? BODY_MARKS : []),
    ...(unseen ? UNSEEN_MARKS : []),
  ];
}

function namedMarks(names: string): readonly number[] {
  if (names === '') return NO_MARKS;
  let marks: Set<number> | undefined;
  const words = names.split(' ');
  for (let at = 1; at < words.length - 1; at++) {
    const word = words[at] as string;
    const pair = BY_PAIR.get(word)?.get(words[at + 1] as string);
    const mark = pair ?? BY_WORD.get(word);
    if (mark !== undefined) (marks ??= new Set()).add(mark);
    // Two words that mean something together do not mean what each means alone.
    if (pair !== undefined) at++;
  }
  return marks === undefined ? NO_MARKS : [...marks];
}

function isUnseen({ attributes }: PageElement): boolean {
  if (attributes.has('hidden') || attributes.get('aria-hidden') === 'true') return true;
  const style = attributes.get('style');
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
