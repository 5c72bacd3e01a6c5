import { groupsOf, placeOf, type Descendant, type Source, type Syndication } from '@tocsin/dedup';
import type { SearchLocks } from '../index/search-locks.js';
import type { CopyIndex } from '../index/copy-index.port.js';
import type { IndexedArticle, Moved, SyndicationIndex } from '../index/syndication-index.port.js';
import { findSources, type Sources } from './find-sources.js';
import type { IncomingArticle } from './incoming-article.js';

/** Where the articles of a batch belong, and whom they moved. */
export interface BatchSyndication {
  /** By article id: the batch's own, and those that moved. */
  readonly places: ReadonlyMap<string, Syndication>;
  /** Known articles that have another group or another source now. */
  readonly moved: readonly IndexedArticle[];
}

interface Indexes {
  readonly syndication: SyndicationIndex;
  readonly copies: CopyIndex;
  readonly locks: SearchLocks;
}

/**
 * Files the articles under their syndication groups, which may found, join and divide groups.
 * @param known what the index has of the batch's articles
 */
export async function syndicateBatch(
  incoming: readonly IncomingArticle[],
  known: readonly IndexedArticle[],
  { syndication, copies, locks }: Indexes,
): Promise<BatchSyndication> {
  const batch = new Set(incoming.map(({ article }) => article.articleId));
  const former = new Map(
    known.filter(({ articleId }) => batch.has(articleId)).map((each) => [each.articleId, each]),
  );
  const replaced = await copies.at(
    incoming.flatMap(({ article }) => former.get(article.articleId)?.filing ?? []),
  );
  const sources = await findSources(
    incoming.map(({ signature, bands, article }) => ({
      signature,
      bands,
      span: article.filing.span,
    })),
    replaced.filter(({ signature }) => former.has(signature.articleId)),
    copies,
    locks,
    (articleIds) => syndication.sourcesOf(articleIds),
  );
  const turned = await turnedAway(sources, batch, syndication);
  const disturbed = [...former.values(), ...turned];
  const { groups, before } = await groupsAnew(incoming, disturbed, sources, { syndication, locks });

  await syndication.save(
    incoming.map(({ article }) => {
      const id = article.articleId;
      const syndicationId = groups.get(id) as string;
      return {
        ...article,
        copy: sources.get(id) ?? null,
        source: { ...article.source, syndicationId },
        // The trace that began an article stays that of its first version.
        traceparent: former.get(id)?.traceparent ?? article.traceparent,
      };
    }),
  );
  const moved =
    disturbed.length > 0
      ? await movedBy({ groups, before }, turned, batch, sources, syndication)
      : [];
  await syndication.move(moved.map(({ now }) => now));
  return {
    places: new Map([
      ...incoming.map(({ article: { articleId } }) => {
        const place = placeOf(groups.get(articleId) as string, sources.get(articleId) ?? null);
        return [articleId, place] as const;
      }),
      ...moved.map(({ now }) => [now.articleId, placeOf(now.syndicationId, now.copy)] as const),
    ]),
    moved: moved.map(({ article }) => article),
  };
}

/** Known articles outside the batch that have another source now, or know it better. */
async function turnedAway(
  sources: Sources,
  batch: ReadonlySet<string>,
  index: SyndicationIndex,
): Promise<IndexedArticle[]> {
  const others = [...sources.keys()].filter((articleId) => !batch.has(articleId));
  const articles = others.length > 0 ? await index.articles(others) : [];
  return articles.filter(({ articleId, copy }) => !same(copy, sources.get(articleId) ?? null));
}

const same = (a: Source | null, b: Source | null) =>
  a?.articleId === b?.articleId && a?.reason === b?.reason && a?.similarity === b?.similarity;

/** By article id, groups as they are now and as they were, the batch's own articles left out there where they are new. */
interface Regrouped {
  readonly groups: ReadonlyMap<string, string>;
  readonly before: ReadonlyMap<string, string | null>;
}

/**
 * The group of every article of the batch, and of every member of the groups that known articles leave or join. New
 * articles alone just join their sources: nobody else's group is read then, however large it is.
 * @param disturbed known articles whose sources may have changed
 */
async function groupsAnew(
  incoming: readonly IncomingArticle[],
  disturbed: readonly IndexedArticle[],
  sources: Sources,
  { syndication, locks }: Pick<Indexes, 'syndication' | 'locks'>,
): Promise<Regrouped> {
  const touched = [
    ...disturbed.map(({ articleId }) => articleId),
    ...[...sources.values()].flatMap((source) => source?.articleId ?? []),
  ];
  const known = await lockedGroups(touched, syndication, locks);
  const members =
    disturbed.length > 0 ? await syndication.membersOf([...new Set(known.values())]) : [];
  const byId = new Map<string, Descendant>(members.map((member) => [member.articleId, member]));
  const place = (articleId: string, order: bigint) =>
    byId.set(articleId, {
      articleId,
      order,
      sourceId: sources.get(articleId)?.articleId ?? null,
      syndicationId: byId.get(articleId)?.syndicationId ?? null,
    });
  for (const { articleId, filing } of disturbed) place(articleId, filing.position);
  for (const { signature } of incoming) place(signature.articleId, signature.order);
  if (disturbed.length > 0) {
    const grouped = members.map((each) => [each.articleId, each.syndicationId] as const);
    return { groups: groupsOf([...byId.values()]), before: new Map([...grouped, ...known]) };
  }

  const groups = new Map(known);
  const inOrder = [...incoming].sort((a, b) => (a.signature.order < b.signature.order ? -1 : 1));
  for (const { article } of inOrder) {
    const source = sources.get(article.articleId)?.articleId;
    groups.set(article.articleId, (source && groups.get(source)) || article.articleId);
  }
  return { groups, before: known };
}

/** The groups of the articles, read again until every one of these groups is ours. */
async function lockedGroups(
  articleIds: readonly string[],
  index: SyndicationIndex,
  locks: SearchLocks,
): Promise<Map<string, string>> {
  const held = new Set<string>();
  for (;;) {
    const groups = articleIds.length > 0 ? await index.groupsOf(articleIds) : new Map();
    const wanted = new Set(groups.values());
    if ([...wanted].every((group) => held.has(group))) return groups;
    await locks.take('syndication', wanted);
    for (const group of wanted) held.add(group);
  }
}

interface Change {
  readonly article: IndexedArticle;
  readonly now: Moved;
}

async function movedBy(
  { groups, before }: Regrouped,
  turned: readonly IndexedArticle[],
  batch: ReadonlySet<string>,
  sources: Sources,
  index: SyndicationIndex,
): Promise<Change[]> {
  const others = [...groups.keys()].filter((id) => !batch.has(id));
  const regrouped = others.filter((id) => before.get(id) !== groups.get(id));
  const ids = new Set([...regrouped, ...turned.map(({ articleId }) => articleId)]);
  const articles = await index.articles([...ids]);
  return articles.map((article) => {
    const { articleId, copy } = article;
    const source = sources.get(articleId);
    return {
      article,
      now: {
        articleId,
        syndicationId: groups.get(articleId) as string,
        copy: source === undefined ? copy : source,
      },
    };
  });
}
