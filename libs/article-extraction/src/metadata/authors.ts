import type { Evidence } from '../evidence/evidence.js';
import { oneLine } from '../text/whitespace.js';

const META = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'cxenseparse:author',
  'article.author',
  'byline',
];
const MARKED =
  '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"], .p-author, .author-name, .byline-name, [class*="author-name" i], [class*="authorname" i]';
const BYLINES = '.byline, [class*="byline" i], .author, .article-author, .post-author';
const LEAD =
  /^(?:(?:written|reported|story|posted|words|text|article|analysis|opinion)\s+)?(?:by|von|par|por|di|door|автор)\s*:?\s+/i;
const JOB =
  /\b(?:reporter|editor|correspondent|writer|staff|journalist|columnist|contributor|producer|columnist|bureau chief|team|desk|newsroom|redaktion|redacción|rédaction|admin|webmaster|photographer|anchor)\b/i;
const MAX_WORDS = 5;
const MAX_ELEMENTS = 8;

/**
 * The authors' names: no "By", no job titles, no addresses. Structured data first, then meta, then what
 * the page marks as author, then the byline; the first of these that yields a name.
 */
export function authorsOf(
  evidence: Evidence,
  siteName: string | null,
  hint: readonly string[] = [],
): string[] {
  const sources: (() => readonly string[])[] = [
    () => evidence.jsonLd?.authors ?? [],
    () => META.map((name) => evidence.meta.get(name) ?? ''),
    () => texts(evidence, MARKED),
    () => texts(evidence, BYLINES).filter((text) => LEAD.test(text)),
    () => hint,
  ];
  for (const source of sources) {
    const names = unique(
      source()
        .flatMap(splitNames)
        .filter((name) => isName(name, siteName)),
    );
    if (names.length > 0) return names;
  }
  return [];
}

function texts(evidence: Evidence, selector: string): string[] {
  return [...evidence.document.querySelectorAll(selector)]
    .slice(0, MAX_ELEMENTS)
    .map((element) => oneLine(element.getAttribute('content') ?? element.textContent ?? ''))
    .filter((text) => text.length <= 200);
}

/** "By Ann Lee, Reporter and Bob Ray | Agency" → its parts. */
function splitNames(text: string): string[] {
  return oneLine(text)
    .replace(LEAD, '')
    .split(/\s*(?:,|;|\||•|·|\/|\s[-–—]\s|\s&\s|\band\b|\bund\b|\bet\b|\by\b)\s*/u)
    .map((part) => part.replace(LEAD, '').trim());
}

/** Two to five capitalised words (or one script without case) that are no job, address or site. */
function isName(name: string, siteName: string | null): boolean {
  if (name.length < 3 || name.length > 60 || /[@/:\d]|\.(?:com|org|net)\b/i.test(name))
    return false;
  if (JOB.test(name)) return false;
  if (siteName !== null && name.toLowerCase() === siteName.toLowerCase()) return false;
  const count = name.split(' ').length;
  return count <= MAX_WORDS && !/^\p{Ll}/u.test(name);
}

function unique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
