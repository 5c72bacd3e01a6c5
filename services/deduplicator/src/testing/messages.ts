import { createHash } from 'node:crypto';
import type { IncidentExtracted, Mention } from '@tocsin/contracts';
import { fingerprint, keywordsOf } from '@tocsin/dedup';
import type { Message } from '@tocsin/messaging';

/** A mention of an attack in Almaty on 5 January 2022 with two dead, changed as the spec needs. */
export function mentionOf(mentionId: string, changes: Partial<Mention> = {}): Mention {
  return {
    mentionId,
    kind: 'incident',
    realis: 'actual',
    background: false,
    partOf: null,
    summary: 'Gunmen killed two officers in Almaty.',
    what: {
      family: 'political',
      acledEventType: 'Riots',
      acledSubEventType: 'Violent demonstration',
      ploverType: 'ASSAULT',
      modes: [],
      contexts: [],
      ucdpTypeOfViolence: null,
      hazardType: null,
      civilianTargeting: false,
      instruments: [],
    },
    when: {
      start: '2022-01-05',
      end: '2022-01-05',
      timePrecision: 1,
      datePrecision: 1,
      words: 'on Wednesday',
      claims: [],
    },
    where: {
      place: 'Almaty',
      admin1: 'Almaty',
      admin2: null,
      countryIso3: 'KAZ',
      latitude: 43.25,
      longitude: 76.95,
      geonameId: 1526384,
      geoPrecision: 1,
      wherePrecision: 1,
      claims: [],
    },
    actors: [],
    victims: [],
    targets: [],
    casualties: {
      killed: { low: 2, best: 2, high: null, basis: 'stated', claims: [0] },
      injured: null,
      missing: null,
      abducted: null,
      arrested: null,
      perpetratorsKilled: null,
    },
    claims: [
      {
        field: 'casualties.killed',
        value: 2,
        attribution: [{ name: null, class: 'police' }],
        hedge: 'reported',
        part: 'body',
        quote: 'two officers',
        start: 0,
        end: 12,
        confidence: 0.8,
      },
    ],
    confidence: 0.8,
    ...changes,
  };
}

/** A place of its own for a mention, far from all others. */
export function townAt(place: string, latitude: number, longitude: number): Mention['where'] {
  const { where } = mentionOf('');
  return { ...where, place, admin1: place, latitude, longitude, geonameId: null };
}

export interface ArticleParts {
  readonly text: string;
  readonly version?: number;
  readonly mentions?: readonly Mention[];
  readonly publishedAt?: string;
  readonly fetchedAt?: string;
  /** Each article has a site of its own unless they say one. */
  readonly site?: string;
}

/** The message of an article; its mentions' ids get the article's id and version before them. */
export function messageOf(articleId: string, parts: ArticleParts): Message<IncidentExtracted> {
  const { text, version = 1, mentions = [], site = articleId } = parts;
  const { publishedAt = '2022-01-06T12:00:00Z', fetchedAt = '2022-01-06T13:00:00.000Z' } = parts;
  const payload: IncidentExtracted = {
    articleId,
    version,
    url: `https://${site}.example/${articleId}`,
    title: `Title of ${articleId}`,
    siteName: null,
    language: 'en',
    publishedAt,
    fetchedAt,
    textHash: createHash('sha256').update(text).digest('hex'),
    fingerprint: fingerprint(text),
    keywords: keywordsOf({ title: 'Riot in the city', paragraphs: [text] }, mentions),
    extractorVersion: '1',
    mentions: mentions.map((mention) => ({
      ...mention,
      mentionId: `${articleId}-${version}-${mention.mentionId}`,
    })),
  };
  return {
    topic: 'incident-extracted',
    partition: 0,
    offset: 0n,
    key: Buffer.from(articleId),
    value: null,
    headers: { traceparent: Buffer.from(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`) },
    timestamp: 0,
    payload,
  };
}

/** A text of so many words, none of which another seed's text has. */
export function storyOf(seed: string, words = 120): string {
  return Array.from({ length: words }, (_, i) => `${seed}${i}`).join(' ');
}
