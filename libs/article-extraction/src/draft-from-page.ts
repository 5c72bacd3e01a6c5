import type { ArticleHints, Rejection } from './article-extractor.port.js';
import type { Statements } from './blocks/page-facts.js';
import type { BodyModel } from './body/body-model.js';
import { readBody } from './body/read-body.js';
import { orStructured } from './body/structured-body.js';
import type { ArticleDraft } from './draft.js';
import type { Evidence } from './evidence/evidence.js';
import { gatherEvidence } from './evidence/evidence.js';
import { authorsOf } from './metadata/authors.js';
import { canonicalUrl } from './metadata/canonical.js';
import { datesOf } from './metadata/dates.js';
import { sectionOf, siteNameOf } from './metadata/site.js';
import { titleOf } from './metadata/title.js';
import { gatherSignals } from './page-type/gather-signals.js';
import { pageTypeOf } from './page-type/page-type-of.js';
import { parsePage } from './page/parse-page.js';

/** parse → evidence → metadata → body → page type. */
export function draftFromPage(
  html: string,
  url: string,
  hints: ArticleHints,
  model: BodyModel,
): ArticleDraft | Rejection {
  const parsed = parsePage(html);
  if (parsed.kind === 'rejected') return parsed;
  const { page } = parsed;
  const evidence = gatherEvidence(page, url);
  const siteName = siteNameOf(evidence);
  const title = titleOf(evidence, siteName) || (hints.title ?? '');
  const authors = authorsOf(evidence, siteName, hints.authors);
  const statements = statementsOf(evidence, title, authors, siteName ?? '');
  const headline = evidence.headline?.element ?? null;
  const body = readBody(page, model, { statements, headline, url });
  const paragraphs = orStructured(body.paragraphs, statements.articleBody);
  const type = pageTypeOf(gatherSignals(page, { paragraphs }, url));
  if (type.kind === 'rejected') return type;
  const captions = body.images.flatMap(({ caption }) => caption ?? []);
  return {
    kind: 'draft',
    pageType: type.pageType,
    title,
    ...datesOf(evidence, hints.fetchedAt, hints.publishedAt),
    authors,
    siteName,
    section: sectionOf(evidence),
    canonicalUrl: canonicalUrl(evidence),
    declaredLanguage: evidence.declaredLanguage,
    paragraphs,
    images: body.images,
    captions: [...new Set(captions)],
  };
}

/** What the page says of its article elsewhere, for the body's features. */
export function statementsOf(
  { meta, jsonLd }: Evidence,
  title: string,
  authors: readonly string[],
  siteName: string,
): Statements {
  return {
    title,
    description: meta.get('og:description') ?? meta.get('description') ?? '',
    articleBody: jsonLd.article?.articleBody ?? '',
    authors,
    siteName,
  };
}
