import type { ArticleDeduplicated, IncidentExtracted } from '@tocsin/contracts';
import { crowdOf, type Syndication } from '@tocsin/dedup';
import { ok, type BatchHandler, type Message, type Output } from '@tocsin/messaging';
import type { TransactionContext } from '@tocsin/persistence';
import { SearchLocks } from '../index/search-locks.js';
import { MentionMemory } from '../index/mention-memory.js';
import { PostgresCopyIndex } from '../index/postgres-copy-index.js';
import { PostgresCurationIndex } from '../index/postgres-curation-index.js';
import { PostgresErasureIndex } from '../index/postgres-erasure-index.js';
import { PostgresIncidentIndex } from '../index/postgres-incident-index.js';
import { PostgresSyndicationIndex } from '../index/postgres-syndication-index.js';
import type { IndexedArticle } from '../index/syndication-index.port.js';
import { acceptVersions, type Acceptance } from '../stages/accept-versions.js';
import { applyVerdicts, articleLocks, judgedWith } from '../stages/apply-verdicts.js';
import { incomingArticle, type IncomingArticle } from '../stages/incoming-article.js';
import { linkMentions } from '../stages/link-mentions.js';
import { refuseVersion, type Refused } from '../stages/refuse-version.js';
import { reviseIncidents } from '../stages/revise-incidents.js';
import { outputsOf, type Revision } from '../stages/revision.js';
import { syndicateBatch, type BatchSyndication } from '../stages/syndicate-batch.js';

export interface DeduplicatorSettings {
  /** Days of event time within which articles can be copies of each other. */
  readonly windowDays: number;
  /** About so many mentions speak for all that say the same; as the library has it unless said. */
  readonly delegates?: number;
}

/**
 * Finds the copies of a batch of article versions and the incidents that they tell of. Everything happens in the
 * batch's transaction: locks on all that will be searched, then look-ups, then set-based writes.
 */
export function createDeduplicateArticlesHandler({
  windowDays,
  delegates,
}: DeduplicatorSettings): BatchHandler<IncidentExtracted, TransactionContext> {
  const memory = new MentionMemory();
  return async (messages, { tx }) => {
    const locks = new SearchLocks(tx);
    const syndication = new PostgresSyndicationIndex(tx);
    const incidents = new PostgresIncidentIndex(tx, memory);
    const curations = new PostgresCurationIndex(tx);

    const incoming = messages.map(incomingArticle);
    const articleIds = incoming.map(({ article }) => article.articleId);
    const judged = await judgedWith(articleIds, curations);
    await locks.take('cell', [...incoming.flatMap(lockNames), ...articleLocks(judged)]);
    const known = await syndication.articles(articleIds);
    // Asked under the articles' locks: an erasure that is under way is over by then.
    const erased = await new PostgresErasureIndex(tx).erasedAmong(
      incoming.map(({ article: { articleId, source } }) => ({ articleId, url: source.url })),
    );
    const acceptances = acceptVersions(incoming, known, erased);
    const fresh = incoming.filter((_, at) => isFresh(acceptances[at]));
    const refuse = (at: number) =>
      refuseVersion(messages[at] as Message<IncidentExtracted>, acceptances[at] as Refused);
    if (fresh.length === 0) return messages.map((_, at) => refuse(at));

    const batch = await syndicateBatch(fresh, known, {
      syndication,
      copies: new PostgresCopyIndex(tx, windowDays),
      locks,
    });
    const knownIds = new Set(known.map(({ articleId }) => articleId));
    const mentions = await linkMentions(fresh, knownIds, incidents, delegates);
    const freshIds = fresh.map(({ article }) => article.articleId);
    const rejudged = await applyVerdicts(freshIds, curations, locks);
    const movedIds = batch.moved.map(({ articleId }) => articleId);
    const resourced = await incidents.incidentsOf(movedIds);
    const revisions = await reviseIncidents(
      {
        ...mentions,
        mentionIds: [...mentions.touchedIds, ...rejudged],
        incidentIds: [
          ...mentions.removed.flatMap(({ incidentId }) => incidentId ?? []),
          ...resourced,
        ],
        articleIds: new Set(freshIds),
        toldAnew: new Set([...freshIds, ...movedIds]),
        at: newestFetch(fresh),
      },
      { incidents, syndication, locks },
    );
    return incoming.map((item, at) =>
      isFresh(acceptances[at])
        ? ok(...outputsFor(item, acceptances[at], fresh, batch, revisions))
        : refuse(at),
    );
  };
}

const isFresh = (acceptance: Acceptance | undefined) =>
  acceptance === 'new' || acceptance === 'replacing';

/** The article itself too: a redriven version may meet the next one on another instance. */
function lockNames({ article, bands, cells, mentions }: IncomingArticle): string[] {
  const crowds = mentions.map((mention) => `crowd ${crowdOf(mention)}`);
  const filedAndSearched = cells.flatMap(({ filed, searched }) => [...filed, ...searched]);
  return [
    ...articleLocks([article.articleId]),
    ...bands.map(String),
    ...crowds,
    ...filedAndSearched,
  ];
}

function newestFetch(fresh: readonly IncomingArticle[]): string {
  const newest = Math.max(...fresh.map(({ article }) => Date.parse(article.fetchedAt)));
  return new Date(newest).toISOString();
}

/** An article's own place, its group's moved members with the first article, and the revisions that it caused. */
function outputsFor(
  { article }: IncomingArticle,
  acceptance: Acceptance | undefined,
  fresh: readonly IncomingArticle[],
  { places, moved }: BatchSyndication,
  revisions: readonly Revision[],
): Output[] {
  const isFirst = fresh[0]?.article === article;
  const caused = revisions.filter(({ causedBy }) => causedBy === article.articleId);
  return [
    deduplicated(article, places, acceptance === 'replacing'),
    ...(isFirst ? moved.map((other) => deduplicated(other, places, false)) : []),
    ...caused.flatMap(outputsOf),
  ];
}

function deduplicated(
  { articleId, version }: IndexedArticle,
  places: ReadonlyMap<string, Syndication>,
  replacing: boolean,
): Output {
  const place = places.get(articleId) as Syndication;
  const value: ArticleDeduplicated = {
    articleId,
    version,
    ...place,
    reason: replacing ? 'new-version' : place.reason,
  };
  return { topic: 'article-deduplicated', key: articleId, value };
}
