import type { Incident, IncidentRevised, IncidentSource, SourcedClaim } from '@tocsin/contracts';

/** An incident for specs; what a spec is about it says itself. */
export const incident = (overrides: Partial<Incident> = {}): Incident => ({
  incidentId: 'i1',
  revision: 1,
  lifecycle: 'active',
  evidence: 'candidate',
  conflicts: [],
  supersedes: [],
  mergedInto: null,
  retraction: null,
  summary: 'Rioters clashed with police.',
  what: {
    family: 'political',
    acledEventType: 'Riots',
    acledSubEventType: 'Violent demonstration',
    ploverType: 'PROTEST',
    modes: ['riot'],
    contexts: [],
    ucdpTypeOfViolence: null,
    hazardType: null,
    civilianTargeting: false,
    instruments: [],
  },
  when: {
    start: '2022-01-03',
    end: '2022-01-06',
    timePrecision: 2,
    datePrecision: 2,
    words: 'this week',
    claims: [],
  },
  where: {
    place: 'Almaty',
    admin1: null,
    admin2: null,
    countryIso3: 'KAZ',
    latitude: 43.25,
    longitude: 76.95,
    geonameId: null,
    geoPrecision: 1,
    wherePrecision: 1,
    claims: [],
  },
  actors: [],
  victims: [],
  targets: [],
  casualties: {
    killed: figure(2, null),
    injured: null,
    missing: null,
    abducted: null,
    arrested: null,
    perpetratorsKilled: null,
  },
  claims: [],
  articleCount: 1,
  independentSourceCount: 1,
  firstSeenAt: '2022-01-06T18:00:00Z',
  lastSeenAt: '2022-01-06T18:00:00Z',
  sources: [source('a1')],
  traceparent: null,
  ...overrides,
});

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
