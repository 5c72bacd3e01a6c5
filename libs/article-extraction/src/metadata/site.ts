import type { Evidence } from '../evidence/evidence.js';
import { firstMeta } from '../evidence/meta-tags.js';
import { plainText } from '../text/plain-text.js';
import { isDomainName } from './domain-name.js';

/** The site's name as it gives it. */
export function siteNameOf(evidence: Evidence): string | null {
  const named = firstMeta(evidence.meta, [
    'og:site_name',
    'application-name',
    'cre',
    'dc.publisher',
  ]);
  for (const name of [named, evidence.jsonLd.article?.publisher]) {
    const line = plainText(name ?? '');
    // Some give their address for a name.
    if (line !== '' && line.length <= MAX_NAME && !/^https?:/i.test(line)) return line;
  }
  return nameInTitle(evidence);
}

const MAX_NAME = 100;

/** The last part of the page's title where it is the domain's name written as people write it. */
function nameInTitle({ documentTitle, url }: Evidence): string | null {
  const last = documentTitle.split(/\s[|\-–—»·•:]\s/u).at(-1) ?? '';
  return last !== documentTitle && isDomainName(last, url) ? plainText(last) : null;
}

/** The section that the article appeared in, as the site names it. */
export function sectionOf(evidence: Evidence): string | null {
  const named = firstMeta(evidence.meta, SECTIONS) ?? evidence.jsonLd.article?.section ?? '';
  const section = plainText(named);
  return section === '' || section.length > MAX_NAME || /^https?:/i.test(section) ? null : section;
}

const SECTIONS = [
  'article:section',
  'og:article:section',
  'section',
  'parsely-section',
  'article.section',
  'cxenseparse:section',
  'dc.subject',
];
