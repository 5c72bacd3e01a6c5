import type { Page, PageElement } from '../page/page-element.js';
import { textOf } from '../page/page-element.js';
import { oneLine } from '../text/whitespace.js';
import { asksForConsent } from './consent-words.js';
import { namesAnError } from './error-words.js';
import type { PageSignals } from './page-signals.js';
import { asksToSubscribe } from './paywall-words.js';
import { areOfAnArticle, MAX_MARKED_ARTICLES, structuredTypes } from './structured-types.js';
import { DENSE, Survey } from './survey.js';
import { urlShape } from './url-shape.js';

/** The page's body as far as its kind is told by it. */
export interface BodyText {
  readonly paragraphs: readonly string[];
}

const MIN_PROSE = 80;
const MIN_DENSE_PROSE = 25;
const SENTENCE_END = /[.!?。！？।؟][\s"'”’»」』)\]]*$/;
const CUT = /(?:\.\.\.|…)[\])]?\s*$/;

/** Bodies longer than this are no notice. */
const MAX_NOTICE_BODY = 3_000;
/** Bodies up to this length may be all that is free; shorter ones are suspect without any other sign. */
const MAX_FREE_PART = 2_500;
const SUSPECT = 800;
/** Characters of the page, with its indentation, that are searched for what a wall says. */
const MAX_SEARCHED = 30_000;
const MAX_TITLE = 300;

/** All signals of a page, in one pass over its elements; linear in the page's length. */
export function gatherSignals(page: Page, body: BodyText, url: string): PageSignals {
  const survey = new Survey();
  for (const element of page.elements) survey.see(element);
  survey.endLink();
  const { ogType, hasWall } = survey;
  const { counts: types, isFree } = structuredTypes(page.structuredData);
  const isMarkedArticle =
    survey.hasArticleMeta ||
    ogType === 'article' ||
    areOfAnArticle(types) ||
    isOfOneArticle(survey.articleItems);
  const { paragraphs } = body;
  const bodyLength = paragraphs.reduce((sum, { length }) => sum + length, 0);
  // The words are looked for only where they could decide: most pages are articles of some length.
  const mayBeNotice = !isMarkedArticle && bodyLength <= MAX_NOTICE_BODY;
  const mayBeCut =
    bodyLength <= MAX_FREE_PART && (hasWall || isFree === false || bodyLength <= SUSPECT);
  return {
    url: urlShape(url),
    types,
    isFree,
    ogType,
    isMarkedArticle,
    paragraphs: paragraphs.length,
    bodyLength,
    prose: paragraphs.filter(isProse).length,
    isCut: isCut(paragraphs.at(-1) ?? ''),
    headlineLinks: survey.headlineLinks,
    headlineLength: survey.headlineLength,
    linkedHeadings: survey.linkedHeadings,
    articles: survey.articles,
    liveTimes: survey.liveTimes,
    hasWall,
    namesAnError: mayBeNotice && namesAnError(survey.titles.map(titleText).join('\n')),
    asksForConsent:
      mayBeNotice && asksForConsent(oneLine(textOf(page.root, MAX_SEARCHED)), paragraphs),
    asksToSubscribe: mayBeCut && asksToSubscribe(textOf(page.root, MAX_SEARCHED)),
  };
}

/** An article may have its date and its body in microdata, and the date of one more. */
const isOfOneArticle = (items: number): boolean => items > 0 && items <= MAX_MARKED_ARTICLES;

const titleText = (element: PageElement): string => oneLine(textOf(element, MAX_TITLE));

/** As much of a text's end as is asked about. */
const endOf = (text: string): string => text.slice(-10);

function isProse(paragraph: string): boolean {
  const least = paragraph.charCodeAt(0) >= DENSE ? MIN_DENSE_PROSE : MIN_PROSE;
  return paragraph.length >= least && SENTENCE_END.test(endOf(paragraph));
}

/** Ends in an ellipsis, or in the middle of a sentence: a short line without its stop is a label. */
function isCut(paragraph: string): boolean {
  const end = endOf(paragraph);
  return CUT.test(end) || (paragraph.length >= MIN_PROSE && !SENTENCE_END.test(end));
}
