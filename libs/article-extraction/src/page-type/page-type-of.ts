import type { PageType } from '@tocsin/contracts';
import type { Rejection } from '../article-extractor.port.js';
import { rejected } from '../article-extractor.port.js';
import type { PageSignals } from './page-signals.js';
import { articleCount, MAX_MARKED_ARTICLES } from './structured-types.js';
import type { UrlShape } from './url-shape.js';

/** What a page is: one that yields an article, of some kind, or one that is refused with a code. */
export type PageKind = { readonly kind: 'page'; readonly pageType: PageType } | Rejection;

/**
 * The kind of a page. Articles are worth far more than what is refused: every refusal needs signs of different
 * sorts that agree, and mark-up that says "article" outweighs all but an empty body.
 */
export function pageTypeOf(signals: PageSignals): PageKind {
  if (isErrorPage(signals))
    return rejected('ERR_ARTICLE_ERROR_PAGE', 'The page says that something went wrong.');
  if (isConsentWall(signals))
    return rejected('ERR_ARTICLE_CONSENT_WALL', 'The page only asks for consent.');
  if (isSection(signals))
    return rejected('ERR_ARTICLE_SECTION', 'The page lists articles and is none itself.');
  if (signals.paragraphs === 0) return nothing(signals);
  return { kind: 'page', pageType: typeOf(signals) };
}

function nothing(signals: PageSignals): Rejection {
  if (isPaid(signals))
    return rejected(
      'ERR_ARTICLE_PAYWALL',
      'The article is for subscribers; nothing of it is free.',
    );
  if (isOfVideo(signals)) return rejected('ERR_ARTICLE_VIDEO', 'The page is a video without text.');
  return rejected('ERR_ARTICLE_EMPTY', 'The document has no paragraph of text.');
}

function typeOf(signals: PageSignals): PageType {
  if (isLiveBlog(signals)) return 'live-blog';
  if (isPaid(signals) && isFreePart(signals)) return 'paywall';
  if (isOfVideo(signals) && signals.bodyLength <= MAX_DESCRIPTION) return 'video';
  return 'article';
}

/** What error pages say besides their title is short, though they may show the latest headlines. */
const MAX_ERROR_PROSE = 2;

const isErrorPage = ({ namesAnError, prose }: PageSignals): boolean =>
  namesAnError && prose <= MAX_ERROR_PROSE;

const isConsentWall = ({ asksForConsent, headlineLinks }: PageSignals): boolean =>
  asksForConsent && headlineLinks < MIN_TEASERS;

/** Fewer teasers stand beside many an article. */
const MIN_TEASERS = 6;
const MANY_TEASERS = 15;
/** Text of the teasers' headlines per text of the body: articles have less, even beside long lists. */
const LIST_SHARE = 0.5;

/** Of five signs. */
const NEEDED_SIGNS: Readonly<Record<UrlShape, number>> = {
  front: 3,
  listing: 3,
  bare: 4,
  unknown: 5,
  document: Infinity,
};

/**
 * Front pages and pages of a section, a topic, an author: no mark-up of an article, an address without a
 * headline, and teasers instead of a text. How many signs are needed depends on the address.
 */
function isSection(signals: PageSignals): boolean {
  const { url, types, headlineLinks, linkedHeadings, articles, isMarkedArticle } = signals;
  if (isMarkedArticle) return false;
  const teasers = Math.max(linkedHeadings, Math.min(articles, headlineLinks));
  if (teasers < MIN_TEASERS && headlineLinks < MANY_TEASERS) return false;
  const signs = [
    types.has('CollectionPage') ||
      types.has('SearchResultsPage') ||
      articleCount(types) > MAX_MARKED_ARTICLES,
    teasers >= MIN_TEASERS,
    headlineLinks >= MANY_TEASERS,
    signals.headlineLength >= LIST_SHARE * signals.bodyLength,
    // A text of its own has more prose than one standfirst for each teaser.
    signals.prose <= Math.max(2, teasers * 1.2) && signals.bodyLength <= 350 * Math.max(teasers, 4),
  ];
  return signs.filter(Boolean).length >= NEEDED_SIGNS[url];
}

/** Time stamps of entries; a header has one or two. */
const MIN_LIVE_TIMES = 4;

const isLiveBlog = ({ types, liveTimes }: PageSignals): boolean =>
  types.has('LiveBlogPosting') || liveTimes >= MIN_LIVE_TIMES;

/** A longer text beside a video is an article. */
const MAX_DESCRIPTION = 1_500;

const isOfVideo = ({ ogType, types, isMarkedArticle }: PageSignals): boolean =>
  /^video(?:$|\.)/.test(ogType) || (types.has('VideoObject') && !isMarkedArticle);

const isPaid = ({ isFree, hasWall, asksToSubscribe }: PageSignals): boolean =>
  isFree === false || hasWall || asksToSubscribe;

/** Free parts that no phrase and no cut end tells of are shorter than any whole article. */
const MAX_TEASER = 600;
const MAX_FREE_PART = 2_500;

/** Whether a body looks like the free part: some sites deliver the whole text and hide it by script. */
function isFreePart(signals: PageSignals): boolean {
  const { bodyLength, isCut, isFree, asksToSubscribe } = signals;
  if (bodyLength > MAX_FREE_PART) return false;
  return asksToSubscribe || isCut || (isFree === false && bodyLength <= MAX_TEASER);
}
