import { byText } from '../order.js';

/** An article with what it was made from, and the group that it was in. */
export interface Descendant {
  readonly articleId: string;
  readonly order: bigint;
  /** Article id of its source; null of an original. */
  readonly sourceId: string | null;
  /** Null when new. */
  readonly syndicationId: string | null;
}

/**
 * The group of each article: all that descend from one original. An id names a member for ever: that of the
 * earliest member which already names this group, else of its original.
 * @param articles with every source that is named, unless the source lies outside: then it counts as none
 * @returns article id → group id
 */
export function groupsOf(articles: readonly Descendant[]): Map<string, string> {
  const sorted = [...articles].sort(byOrder);
  const byId = new Map(sorted.map((article) => [article.articleId, article]));
  const originals = new Map<string, string>();
  // Sources come before what was made from them, so each has its original already.
  for (const { articleId, sourceId } of sorted) {
    const source = sourceId === null ? undefined : byId.get(sourceId);
    originals.set(articleId, source ? (originals.get(source.articleId) as string) : articleId);
  }
  const trees = Map.groupBy(sorted, ({ articleId }) => originals.get(articleId) as string);
  return new Map(
    [...trees.values()].flatMap((members) => {
      const groupId = idOf(members);
      return members.map(({ articleId }) => [articleId, groupId] as const);
    }),
  );
}

function idOf(members: readonly Descendant[]): string {
  const known = new Set(members.map(({ syndicationId }) => syndicationId));
  const namesake = members.find(({ articleId }) => known.has(articleId));
  return (namesake ?? (members[0] as Descendant)).articleId;
}

/** By event time; ids decide where two keys are one. */
export function byOrder(
  a: Pick<Descendant, 'order' | 'articleId'>,
  b: Pick<Descendant, 'order' | 'articleId'>,
): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return byText(a.articleId, b.articleId);
}
