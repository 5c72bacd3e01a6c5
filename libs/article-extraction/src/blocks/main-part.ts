import type { Page, PageElement } from '../page/page-element.js';
import { markNumber } from './marks.js';
import type { PageFacts } from './page-facts.js';
import { add, sumUp } from './page-facts.js';

/** Prose under one of these is likely to be of another part than the article. */
const BESIDE = [
  'ad',
  'related',
  'signup',
  'comment',
  'consent',
  'nav',
  'bio',
  'footer',
  'side',
  'wall',
  'caption',
  'nav-tag',
  'footer-tag',
  'aside-tag',
  'form-tag',
  'figcaption-tag',
  'unseen',
].map(markNumber);
/** Share of the clean prose that the main part holds at least. */
const MIN_SHARE = 0.65;

/** Where most of the page's prose stands, as a first guess at the article. */
export interface MainPart {
  /** The deepest element that holds most of it. */
  readonly root: PageElement;
  /** By block: prose under no element that is named as beside the article. */
  readonly clean: readonly boolean[];
  /** By element number: clean prose in the subtree, code units. */
  readonly cleanIn: Float64Array;
  /** Numbers of the first and the last block of clean prose in `root`. */
  readonly first: number;
  readonly last: number;
}

export function mainPart({ page, blocks, prose, marks }: PageFacts): MainPart {
  const cleanIn = new Float64Array(page.elements.length);
  const clean = blocks.map(({ element, text }, at) => {
    const is = prose[at] === true && !marks.isUnder(element, BESIDE);
    if (is) add(cleanIn, element.order, text.length);
    return is;
  });
  sumUp(page, [cleanIn]);
  const root = rootOf(page, cleanIn);
  const isMain = (at: number): boolean =>
    clean[at] === true && root.contains(blocks[at]?.element ?? root);
  const numbers = blocks.map((_, at) => at).filter(isMain);
  return { root, clean, cleanIn, first: numbers[0] ?? -1, last: numbers.at(-1) ?? -1 };
}

function rootOf(page: Page, cleanIn: Float64Array): PageElement {
  let root = page.root;
  const least = MIN_SHARE * (cleanIn[0] ?? 0);
  if (least === 0) return root;
  for (const element of page.elements) {
    if ((cleanIn[element.order] ?? 0) < least) continue;
    // A paragraph that is most of the article is not what holds it.
    if (element.name === 'p' || element.name === 'li') break;
    root = element;
  }
  return root;
}
