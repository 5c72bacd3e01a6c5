import type { Incident, IncidentSource } from '@tocsin/contracts';
import { ClaimTable } from './claim-table.js';
import { mergeCasualties } from './merge-casualties.js';
import { mergeDescribed } from './merge-people.js';
import { mergeWhat, mergeWhen, mergeWhere } from './merge-values.js';
import { independentSources } from './support.js';
import { byToldAt, reports, type Telling } from './telling.js';

/** What all mentions together say: an incident without its identity and history. */
export type IncidentContent = Omit<
  Incident,
  | 'incidentId'
  | 'revision'
  | 'lifecycle'
  | 'supersedes'
  | 'mergedInto'
  | 'retraction'
  | 'traceparent'
>;

/**
 * Merges mentions of one incident: per field the best supported value, beside it every claim and the conflicts.
 * A function of the set of tellings; the order in which they come can't matter.
 * @param tellings at least one that reports (is neither background nor negated)
 */
export function canonicalise(tellings: readonly Telling[]): IncidentContent {
  const sorted = [...tellings].sort(byToldAt);
  const reporting = sorted.filter(reports);
  if (reporting.length === 0) throw new RangeError('an incident needs a mention that reports it');
  const table = new ClaimTable(sorted);
  const { what, conflict: typeConflict } = mergeWhat(reporting, table);
  const { where, conflict: whereConflict } = mergeWhere(reporting, table);
  const { when, conflict: whenConflict } = mergeWhen(reporting, table);
  const { casualties, conflicts } = mergeCasualties(reporting, table);
  const sources = sourcesOf(sorted);
  const independent = independentSources(reporting);
  return {
    evidence: evidenceOf(sorted, independent),
    conflicts: [typeConflict, whenConflict, whereConflict, ...conflicts].filter(
      (conflict) => conflict !== null,
    ),
    summary: bestTelling(reporting).mention.summary,
    what,
    when,
    where,
    actors: mergeDescribed(reporting, table, ({ mention }) => mention.actors),
    victims: mergeDescribed(reporting, table, ({ mention }) => mention.victims),
    targets: mergeDescribed(reporting, table, ({ mention }) => mention.targets),
    casualties,
    claims: [...table.claims],
    articleCount: sources.length,
    independentSourceCount: independent,
    ...seenBetween(sorted),
    sources,
  };
}

function evidenceOf(tellings: readonly Telling[], independent: number): Incident['evidence'] {
  if (tellings.some(({ mention }) => mention.realis === 'negated')) return 'disputed';
  return independent > 1 ? 'corroborated' : 'candidate';
}

function bestTelling(tellings: readonly Telling[]): Telling {
  return tellings.reduce((best, telling) =>
    telling.mention.confidence > best.mention.confidence ? telling : best,
  );
}

function sourcesOf(tellings: readonly Telling[]): IncidentSource[] {
  const byArticle = Map.groupBy(tellings, ({ source }) => source.articleId);
  return [...byArticle.values()].map((own) => ({
    ...(own[0] as Telling).source,
    mentionIds: own.map(({ mention }) => mention.mentionId),
  }));
}

function seenBetween(tellings: readonly Telling[]) {
  const times = tellings.map(({ fetchedAt }) => Date.parse(fetchedAt));
  return {
    firstSeenAt: new Date(Math.min(...times)).toISOString(),
    lastSeenAt: new Date(Math.max(...times)).toISOString(),
  };
}
