import type { Evidence, Heading } from './evidence.js';
import { plainText } from '../text/plain-text.js';
import { lettersOf, sharedWords, wordsOf } from '../text/words.js';
import { isDomainName } from '../metadata/domain-name.js';

type Titles = Pick<Evidence, 'url' | 'jsonLd' | 'meta' | 'documentTitle' | 'headings'>;

/** More headings are those of a list. */
const MAX_HEADINGS = 20;
/** From this share of common words on, a heading and a title tell of one thing. */
const AGREEMENT = 0.5;
/** A heading that agrees with nothing is the site's or the section's name unless it has so many words. */
const MIN_WORDS = 4;

/** The titles that a page gives in its head, the one that is kept best first. */
export function headTitles(evidence: Omit<Titles, 'headings' | 'url'>): string[] {
  const { meta, jsonLd, documentTitle } = evidence;
  const titles = [
    meta.get('og:title'),
    jsonLd.article?.headline,
    documentTitle,
    meta.get('twitter:title'),
    meta.get('dc.title'),
    meta.get('parsely-title'),
    meta.get('title'),
  ];
  return titles.flatMap((title) => (title ? plainText(title) : [])).filter((title) => title !== '');
}

/**
 * The heading that stands above the article: the one that agrees best with the titles in the page's
 * head, else the first that is a sentence and not a name; null where there is none.
 */
export function headlineOf(evidence: Titles): Heading | null {
  const titles = headTitles(evidence).map(wordsOf);
  const siteName = lettersOf(evidence.meta.get('og:site_name') ?? '');
  let best: Heading | null = null;
  let most = AGREEMENT;
  for (const heading of evidence.headings.slice(0, MAX_HEADINGS)) {
    const words = wordsOf(heading.text);
    if (words.length < 2 || isDomainName(heading.text, evidence.url)) continue;
    if (lettersOf(heading.text) === siteName) continue;
    const shared = Math.max(0, ...titles.map((title) => sharedWords(words, title)));
    // A short heading is easily found in a title ("World", "Opinion"): it must be a good part of it.
    const part = Math.max(0, ...titles.map((title) => words.length / Math.max(1, title.length)));
    const agreement = shared * Math.min(1, 2 * part);
    if (agreement > most) [best, most] = [heading, agreement];
  }
  return best ?? evidence.headings.find(({ text }) => wordsOf(text).length >= MIN_WORDS) ?? null;
}
