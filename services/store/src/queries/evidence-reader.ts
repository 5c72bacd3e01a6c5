import { articleText, type Incident, type SourcedClaim } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import { readIncident } from './incident-reader.js';

/** One claim with the article that it stands in. */
export interface EvidenceItem extends SourcedClaim {
  readonly title: string | null;
  readonly siteName: string | null;
  readonly publishedAt: string | null;
  /** Copies of one text share one. */
  readonly syndicationId: string | null;
  /**
   * Whether the quote stands at its offsets in the version of the article that is stored now; null where no more
   * than an excerpt of it is.
   */
  readonly stands: boolean | null;
  /** Of the article's way through the line; null where nothing tells. */
  readonly traceId: string | null;
  /** Fields of the incident whose value rests on this claim, as `casualties.killed`. */
  readonly supports: readonly string[];
}

export interface Evidence {
  readonly incidentId: string;
  readonly revision: number;
  readonly items: readonly EvidenceItem[];
}

/** A hostile incident may have any number of claims. */
const MAX_CLAIMS = 2_000;

interface ArticleRow {
  readonly article_id: string;
  readonly title: string;
  readonly paragraphs: string[];
  readonly captions: string[] | null;
  readonly site_name: string | null;
  readonly published_at: string | null;
  readonly syndication_id: string | null;
  readonly traceparent: string | null;
  readonly text_kept: string;
}

/** Every claim of the incident with its place in its article; undefined for an unknown id. */
export async function readEvidence(db: Queryable, id: string): Promise<Evidence | undefined> {
  const incident = await readIncident(db, id);
  if (!incident) return undefined;
  const claims = incident.claims.slice(0, MAX_CLAIMS);
  const articles = await articlesOf(db, [...new Set(claims.map(({ articleId }) => articleId))]);
  const texts = new Map(
    [...articles].map(([articleId, { title, paragraphs, captions }]) => [
      articleId,
      articleText({ title, paragraphs, captions: captions ?? [] }),
    ]),
  );
  const supports = supportsOf(incident);
  const items = claims.map((sourced, index): EvidenceItem => {
    const { articleId, claim } = sourced;
    const article = articles.get(articleId);
    return {
      ...sourced,
      title: article?.title ?? null,
      siteName: article?.site_name ?? null,
      publishedAt: article?.published_at ?? null,
      syndicationId: article?.syndication_id ?? null,
      stands:
        article !== undefined && article.text_kept !== 'full'
          ? null
          : texts.get(articleId)?.slice(claim.start, claim.end) === claim.quote,
      traceId: traceIdOf(article?.traceparent ?? null),
      supports: supports.get(index) ?? [],
    };
  });
  return { incidentId: incident.incidentId, revision: incident.revision, items };
}

async function articlesOf(
  db: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ArticleRow>> {
  const rows = await db.query<ArticleRow>(
    `SELECT a.article_id, a.title, a.paragraphs, a.captions, a.site_name, a.published_at, a.syndication_id, a.text_kept,
       (SELECT e.traceparent FROM article_end e WHERE e.url_id = a.article_id AND e.traceparent IS NOT NULL
        ORDER BY e.version DESC, e.stage_rank DESC LIMIT 1) AS traceparent
     FROM article a WHERE a.article_id = ANY($1::text[]) AND a.version IS NOT NULL`,
    [ids],
  );
  return new Map(rows.map((row) => [row.article_id, row]));
}

/** The trace id of a W3C trace context. */
export const traceIdOf = (traceparent: string | null): string | null =>
  /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(traceparent ?? '')?.[1] ?? null;

/** Which fields point to which claim. */
function supportsOf(incident: Incident): ReadonlyMap<number, string[]> {
  const supports = new Map<number, string[]>();
  const note = (field: string, claims: readonly number[]) => {
    for (const claim of claims) supports.set(claim, [...(supports.get(claim) ?? []), field]);
  };
  note('when', incident.when.claims);
  note('where', incident.where.claims);
  for (const name of ['actors', 'victims', 'targets'] as const) {
    incident[name].forEach(({ claims }, n) => note(`${name}.${n}`, claims));
  }
  for (const [kind, figure] of Object.entries(incident.casualties)) {
    if (figure !== null && typeof figure === 'object') note(`casualties.${kind}`, figure.claims);
  }
  return supports;
}
