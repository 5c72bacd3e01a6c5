import type { PageElement } from '../page/page-element.js';

const MARGINAL_ELEMENTS: ReadonlySet<string> = new Set(['nav', 'form']);
const MARGINAL_NAMES =
  / (?:sidebar|related|relatedposts|recommended|recommendations|comments?|commentlist|kommentare?|comentarios|commentaires|reactions|respond|teasers?|nav|navigation|menu|ticker|trending|popular|mostread|upcoming|promo|carousel|breaking|outbrain|taboola|similar|sitenav|topbar|newsletter) /;
/** These hold other things too where they stand away from the headline, and the article's own data beside it. */
const LOOSE_ELEMENTS: ReadonlySet<string> = new Set(['aside', 'footer', 'address']);
const LOOSE_NAMES = / (?:side|aside|widgets?|footer|latest|recent|calendar|card|cards) /;
/** Where newsrooms put what they say of the article itself, asides too. */
const ABOUT_ARTICLE = / (?:meta|byline|author|published|dateline|entry|article) /;
/** What holds so much of the page is the page itself, whatever its names say. */
const MAX_SHARE = 0.4;

/** Tells whether an element stands in a page's margins: lists of other articles, comments, navigation. */
export class Margins {
  private readonly known = {
    near: new Map<PageElement, boolean>(),
    far: new Map<PageElement, boolean>(),
  };

  /** @param size how many elements the page has */
  constructor(
    private readonly size: number,
    private readonly headline: PageElement | null,
  ) {}

  /** @param isNear whether the element stands right beside the headline */
  has(element: PageElement, isNear: boolean): boolean {
    const known = isNear ? this.known.near : this.known.far;
    const chain: PageElement[] = [];
    let at: PageElement | null = element;
    let answer: boolean | undefined;
    while (at !== null && (answer = known.get(at)) === undefined) {
      chain.push(at);
      if (this.isMarginal(at, isNear)) {
        answer = true;
        break;
      }
      at = at.parent;
    }
    for (const each of chain) known.set(each, answer ?? false);
    return answer ?? false;
  }

  private isMarginal(element: PageElement, isNear: boolean): boolean {
    if (element.end - element.order > MAX_SHARE * this.size) return false;
    if (this.headline !== null && element.contains(this.headline)) return false;
    if (ABOUT_ARTICLE.test(element.names)) return false;
    const { name, names } = element;
    if (MARGINAL_ELEMENTS.has(name) || MARGINAL_NAMES.test(names)) return true;
    return !isNear && (LOOSE_ELEMENTS.has(name) || LOOSE_NAMES.test(names));
  }
}
