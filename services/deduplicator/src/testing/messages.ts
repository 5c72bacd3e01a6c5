import { createHash } from 'node:crypto';
import type { IncidentExtracted, Mention } from '@tocsin/contracts';
import { mentionOf as sampleMention } from '@tocsin/contracts/testing';
import { fingerprint, keywordsOf } from '@tocsin/dedup';
import type { Message } from '@tocsin/messaging';

/** A mention of an attack in Almaty on 5 January 2022 with two dead or more, changed as the spec needs. */
export const mentionOf = (mentionId: string, changes: Partial<Mention> = {}): Mention => {
  const sample = sampleMention(mentionId);
  return {
    ...sample,
    summary: 'Gunmen killed two officers in Almaty.',
    when: { ...sample.when, words: 'on Wednesday' },
    casualties: {
      ...sample.casualties,
      killed: { low: 2, best: 2, high: null, basis: 'stated', claims: [0] },
    },
    ...changes,
  };
};

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
