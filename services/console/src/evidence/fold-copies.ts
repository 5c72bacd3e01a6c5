import type { IncidentSource } from '@tocsin/contracts';

/** One text, and where else it was printed. */
export interface SourceGroup {
  readonly original: IncidentSource;
  readonly copies: readonly IncidentSource[];
}

/** Copies under their original: the article that gave the group its id, else the earliest of those that are there. */
export function foldCopies(sources: readonly IncidentSource[]): SourceGroup[] {
  const groups = Map.groupBy(sources, ({ syndicationId }) => syndicationId);
  return [...groups.values()].map((group) => {
    const sorted = group.toSorted((a, b) => rank(a) - rank(b) || (time(a) < time(b) ? -1 : 1));
    const [original, ...copies] = sorted as [IncidentSource, ...IncidentSource[]];
    return { original, copies };
  });
}

const rank = ({ articleId, syndicationId }: IncidentSource) =>
  articleId === syndicationId ? 0 : 1;
/** What has no time comes last. */
const time = ({ publishedAt }: IncidentSource) => publishedAt ?? '~';
