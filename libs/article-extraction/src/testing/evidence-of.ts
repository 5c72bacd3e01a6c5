import type { Evidence } from '../evidence/evidence.js';
import { gatherEvidence } from '../evidence/evidence.js';
import type { Page } from '../page/page-element.js';
import { parsePage } from '../page/parse-page.js';

export function pageOf(html: string): Page {
  const result = parsePage(html);
  if (result.kind === 'rejected') throw new Error(result.code);
  return result.page;
}

/** What a page says of itself, for specs. */
export const evidenceOf = (html: string, url = 'https://news.example.org/a'): Evidence =>
  gatherEvidence(pageOf(html), url);
