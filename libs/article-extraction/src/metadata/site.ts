import type { Evidence } from '../evidence/evidence.js';
import { firstMeta } from '../evidence/meta-tags.js';
import { oneLine } from '../text/whitespace.js';

/** The site's name as it gives it. */
export function siteNameOf(evidence: Evidence): string | null {
  const name = firstMeta(evidence.meta, [
    'og:site_name',
    'application-name',
    'cre',
    'dc.publisher',
  ]);
  return text(name ?? evidence.jsonLd?.publisher ?? null);
}

/** The section that the article appeared in, as the site names it. */
export function sectionOf(evidence: Evidence): string | null {
  return text(
    firstMeta(evidence.meta, ['article:section', 'section', 'parsely-section', 'dc.subject']) ??
      evidence.jsonLd?.section ??
      null,
  );
}

function text(value: string | null): string | null {
  const line = oneLine(value ?? '');
  return line === '' ? null : line;
}
