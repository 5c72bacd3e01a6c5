import type { Incident, IncidentExtracted } from '@tocsin/contracts';
import { fingerprint } from '@tocsin/dedup';
import type { BatchHandler, HandlerContext, Message, Output } from '@tocsin/messaging';
import type { TransactionContext } from '@tocsin/persistence';
import { createHash } from 'node:crypto';
import type { ErasureIndex } from '../index/erasure-index.port.js';
import type { IndexedArticle } from '../index/syndication-index.port.js';
import { cleanse } from './cleanse-incident.js';
import { outputsOf } from './revision.js';

/** Why an incident that only erased articles told of is taken back. */
export const ERASED = 'the articles that told of it were erased';

export interface Erasing {
  readonly deduplicate: BatchHandler<IncidentExtracted, TransactionContext>;
  readonly erasures: ErasureIndex;
  readonly context: HandlerContext & TransactionContext;
}

/**
 * Takes articles out for ever, with all that they said: each is replaced by a version that tells nothing, so that
 * incidents are grouped and told anew by the others; incidents of which it was all, and snapshots of former times that
 * hold its words, get a revision without them.
 *
 * @param known what the index has of them; articles that it never had are only refused from now on
 * @returns the records to send, in their order
 */
export async function eraseArticles(
  articleIds: readonly string[],
  known: readonly IndexedArticle[],
  at: string,
  { deduplicate, erasures, context }: Erasing,
): Promise<Output[]> {
  const ids = new Set(articleIds);
  const outcomes = known.length === 0 ? [] : await deduplicate(known.map(emptied), { ...context });
  const told = outcomes.flatMap((outcome) => (outcome.kind === 'retry' ? [] : outcome.outputs));
  // The versions that told nothing were never fetched: nobody is to wait for them.
  const others = told.filter(
    ({ topic, key }) => topic !== 'article-deduplicated' || !ids.has(key as string),
  );
  const left = await erasures.incidentsWithWordsOf(articleIds);
  const cleansed = left.map((incident) => {
    const bare = cleanse(incident);
    const isTakenBack = incident.lifecycle !== 'merged';
    return isTakenBack
      ? { ...bare, lifecycle: 'retracted' as const, retraction: { reason: ERASED, at } }
      : bare;
  });
  await erasures.saveSnapshots(cleansed);
  await erasures.forget(articleIds);
  // A revision that still held their words is never sent: the one without them takes its place.
  const bare = new Set(cleansed.map(({ incidentId }) => incidentId));
  const sent = others.filter(
    ({ topic, key }) => topic === 'article-deduplicated' || !bare.has(key as string),
  );
  return [...sent, ...cleansed.flatMap(revisionOf)];
}

const revisionOf = (incident: Incident): Output[] =>
  outputsOf({
    incident,
    change: incident.lifecycle === 'merged' ? 'updated' : 'retracted',
    changedFields: ['summary', 'claims', 'sources'],
    reason: ERASED,
    linked: [],
    unlinked: [],
    causedBy: null,
  });

/** Of no site, so that neither a rule of its old one nor anything that lies there is about it. */
const NOWHERE = 'https://erased.invalid/';

/** The next version of an article, which says nothing at all. */
function emptied({ articleId, version, fetchedAt }: IndexedArticle): Message<IncidentExtracted> {
  const words = `erased ${articleId}`;
  return {
    topic: 'incident-extracted',
    partition: 0,
    offset: 0n,
    key: Buffer.from(articleId),
    value: null,
    headers: {},
    timestamp: Date.parse(fetchedAt),
    payload: {
      articleId,
      version: version + 1,
      url: NOWHERE,
      title: '',
      siteName: null,
      language: null,
      publishedAt: null,
      fetchedAt,
      textHash: createHash('sha256').update(words).digest('hex'),
      fingerprint: fingerprint(words),
      keywords: [],
      extractorVersion: 'erased',
      mentions: [],
    },
  };
}
