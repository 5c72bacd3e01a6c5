import type { Evidence } from '../evidence/evidence.js';
import { firstMeta } from '../evidence/meta-tags.js';
import { oneLine } from '../text/whitespace.js';

const SEPARATOR = /\s+[|\-–—»·•:]\s+|\s*[|»]\s*/u;

/**
 * The headline without the site's suffix. The heading on the page is what readers see; the meta title
 * says which of several headings it is.
 */
export function titleOf(evidence: Evidence, siteName: string | null): string {
  const named = firstMeta(evidence.meta, [
    'og:title',
    'twitter:title',
    'dc.title',
    'parsely-title',
    'title',
  ]);
  const head = oneLine(evidence.document.querySelector('title')?.textContent ?? '');
  const headings = [...evidence.document.querySelectorAll('h1')]
    .map((heading) => oneLine(heading.textContent ?? ''))
    .filter((heading) => heading !== '');
  const reference = oneLine(named ?? evidence.jsonLd?.headline ?? head);
  const agreed = headings.find((heading) => agree(heading, reference) || agree(heading, head));
  if (agreed !== undefined) return agreed;
  const best = reference || head || headings[0] || '';
  return withoutSuffix(best, siteName);
}

/** Whether one text is the other with something added: a suffix, a kicker, a cut. */
function agree(heading: string, reference: string): boolean {
  const [a, b] = [words(heading), words(reference)];
  return a.length >= 10 && b.length >= 10 && (b.includes(a) || a.startsWith(b));
}

/** Drops the last part after a separator where it names the site or is short beside the rest. */
function withoutSuffix(title: string, siteName: string | null): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const last = parts.at(-1) ?? '';
  const rest = title.slice(0, title.lastIndexOf(last)).replace(/[\s|\-–—»·•:]+$/u, '');
  const isSite = siteName !== null && words(last) === words(siteName);
  return isSite || (last.split(' ').length <= 3 && rest.split(' ').length >= 4) ? rest : title;
}

const words = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
