import type { ArticleHints, Rejection } from './article-extractor.port.js';
import { dropConsent } from './body/drop-consent.js';
import { findBody } from './body/find-body.js';
import { readBody } from './body/read-body.js';
import { orStructured } from './body/structured-body.js';
import type { ArticleDraft } from './draft.js';
import { gatherEvidence } from './evidence/evidence.js';
import { authorsOf } from './metadata/authors.js';
import { canonicalUrl } from './metadata/canonical.js';
import { datesOf } from './metadata/dates.js';
import { sectionOf, siteNameOf } from './metadata/site.js';
import { titleOf } from './metadata/title.js';
import { parsePage as parseTree } from './page/parse-page.js';
import { parsePage } from './parse/parse-page.js';

/** parse → evidence → metadata → body. The body comes last: its search changes the tree. */
export function draftFromPage(
  html: string,
  url: string,
  hints: ArticleHints,
): ArticleDraft | Rejection {
  const page = parsePage(html);
  if (page.kind === 'rejected') return page;
  const tree = parseTree(html);
  if (tree.kind === 'rejected') return tree;
  const evidence = gatherEvidence(tree.page, url);
  const siteName = siteNameOf(evidence);
  const title = titleOf(evidence, siteName) || (hints.title ?? '');
  const metadata = {
    title,
    ...datesOf(evidence, hints.fetchedAt, hints.publishedAt),
    authors: authorsOf(evidence, siteName, hints.authors),
    siteName,
    section: sectionOf(evidence),
    canonicalUrl: canonicalUrl(evidence),
  };
  dropConsent(page.document);
  const element = findBody(page.document);
  const body = element === null ? null : readBody(element, title, url);
  const captions = body?.images.flatMap((image) => image.caption ?? []) ?? [];
  return {
    kind: 'draft',
    ...metadata,
    paragraphs: orStructured(body?.paragraphs ?? [], evidence.jsonLd.article?.articleBody ?? ''),
    images: body?.images ?? [],
    captions: [...new Set(captions)],
  };
}
