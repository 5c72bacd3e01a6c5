import type { Incident, IncidentRevised, IncidentSource, SourcedClaim } from '@tocsin/contracts';
import { incidentOf } from '@tocsin/contracts/testing';

/** An incident that one article tells of. */
export const incident = (overrides: Partial<Incident> = {}): Incident =>
  incidentOf({ sources: [source('a1')], ...overrides });

export function figure(low: number, high: number | null = low, claims: number[] = []) {
  return { low, best: low, high, basis: 'stated' as const, claims };
}

export function source(articleId: string, overrides: Partial<IncidentSource> = {}): IncidentSource {
  return {
    articleId,
    url: `https://news.example/${articleId}`,
    title: `Title of ${articleId}`,
    siteName: 'News',
    publishedAt: '2022-01-06T18:00:00Z',
    syndicationId: articleId,
    mentionIds: [`${articleId}-m1`],
    ...overrides,
  };
}

export function claim(
  overrides: Partial<SourcedClaim['claim']> = {},
  articleId = 'a1',
): SourcedClaim {
  return {
    articleId,
    mentionId: `${articleId}-m1`,
    url: `https://news.example/${articleId}`,
    claim: {
      field: 'casualties.killed',
      value: 2,
      attribution: [{ name: 'police', class: 'police' }],
      hedge: 'reported',
      part: 'body',
      quote: 'two people',
      start: 0,
      end: 10,
      confidence: 1,
      ...overrides,
    },
  };
}

/** A revision as the API tells it. */
export const revised = (
  of: Incident,
  overrides: Partial<IncidentRevised> = {},
): IncidentRevised => ({
  incident: of,
  change: of.revision === 1 ? 'created' : 'updated',
  changedFields: [],
  reason: 'A new article tells of it.',
  linked: [],
  unlinked: [],
  ...overrides,
});
