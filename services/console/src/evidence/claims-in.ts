import type { IncidentSource, SourcedClaim } from '@tocsin/contracts';

/**
 * The claims to be marked in an article: its own, and what copies of the same text are quoted with, since a claim of
 * copies stands once, with the first of them.
 * @param text all of the article's
 */
export function claimsIn(
  articleId: string,
  text: string,
  claims: readonly SourcedClaim[],
  sources: readonly IncidentSource[],
): SourcedClaim[] {
  const groupOf = new Map(sources.map((source) => [source.articleId, source.syndicationId]));
  const group = groupOf.get(articleId);
  return claims.filter(
    (each) =>
      each.articleId === articleId ||
      (group !== undefined &&
        groupOf.get(each.articleId) === group &&
        text.includes(each.claim.quote)),
  );
}
