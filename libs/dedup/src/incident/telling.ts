import type { IncidentSource, Mention } from '@tocsin/contracts';
import { byText } from '../order.js';

/** A mention with the article that tells it: what an incident is made of. */
export interface Telling {
  readonly mention: Mention;
  readonly source: Omit<IncidentSource, 'mentionIds'>;
  /** ISO 8601; when the article version was fetched. */
  readonly fetchedAt: string;
}

/** Event time of a telling, ms since the epoch: publication, else fetch. */
export function toldAt({ source, fetchedAt }: Telling): number {
  const published = source.publishedAt === null ? Number.NaN : Date.parse(source.publishedAt);
  return Number.isNaN(published) ? Date.parse(fetchedAt) : published;
}

/** By event time, then ids: the order in which everything about an incident is decided. */
export function byToldAt(a: Telling, b: Telling): number {
  return (
    toldAt(a) - toldAt(b) ||
    byText(a.source.articleId, b.source.articleId) ||
    byText(a.mention.mentionId, b.mention.mentionId)
  );
}

/** Whether the telling's own values count: background retells, and what did not happen denies. */
export function reports({ mention }: Telling): boolean {
  return (
    mention.kind === 'incident' &&
    !mention.background &&
    (mention.realis === 'actual' || mention.realis === 'attempted')
  );
}
