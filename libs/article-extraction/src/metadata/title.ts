import type { Evidence } from '../evidence/evidence.js';
import { lettersOf, wordsOf } from '../text/words.js';
import { headTitles } from '../evidence/headline.js';
import { isDomainName } from './domain-name.js';

const SEPARATOR = /\s+(?:[|\-–—»«·•:/]|::|<|>)\s+|\s*[|»｜]\s*/gu;
/** A part of so few words beside a longer one is a name: the site's, the section's. */
const MAX_NAME_WORDS = 3;
const MIN_TITLE_WORDS = 4;

/**
 * The headline as readers see it: the heading above the article, else the best title of the page's
 * head; without the names of site and section around it.
 */
export function titleOf(evidence: Evidence, siteName: string | null): string {
  const titles = headTitles(evidence);
  const headline = evidence.headline?.text;
  if (headline !== undefined) return withoutKicker(headline, titles);
  const [best = ''] = titles;
  return withoutNames(best, siteName, evidence.url) || (evidence.headings[0]?.text ?? '');
}

/** Drops "Opinion | " and the like from a heading where one of the page's other titles goes without. */
function withoutKicker(headline: string, titles: readonly string[]): string {
  const parts = headline.split(/\s+[|｜]\s+/u);
  if (parts.length < 2) return headline;
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a));
  const letters = lettersOf(longest);
  const isBare = titles.some((title) =>
    title.split(SEPARATOR).some((part) => lettersOf(part) === letters),
  );
  return isBare && wordsOf(longest).length >= MIN_TITLE_WORDS ? longest : headline;
}

/** Drops parts at both ends that name the site, and a last one that is but a name beside the rest. */
function withoutNames(title: string, siteName: string | null, url: string): string {
  const site = siteName === null ? '' : lettersOf(siteName);
  const isSite = (part: string): boolean => lettersOf(part) === site || isDomainName(part, url);
  let { parts, separators } = split(title);
  while (parts.length > 1 && isSite(parts.at(-1) ?? '')) parts = parts.slice(0, -1);
  if (parts.length === split(title).parts.length && parts.length > 1) {
    const last = wordsOf(parts.at(-1) ?? '').length;
    const rest = wordsOf(parts.slice(0, -1).join(' ')).length;
    if (last <= MAX_NAME_WORDS && rest >= MIN_TITLE_WORDS) parts = parts.slice(0, -1);
  }
  while (parts.length > 1 && isSite(parts[0] ?? '')) {
    parts = parts.slice(1);
    separators = separators.slice(1);
  }
  return parts.reduce((text, part, index) => text + (separators[index - 1] ?? '') + part).trim();
}

function split(title: string): { parts: readonly string[]; separators: readonly string[] } {
  return { parts: title.split(SEPARATOR), separators: title.match(SEPARATOR) ?? [] };
}
