import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decodeWith, newestOf } from '../codec/codec.js';
import {
  type Claim,
  type PayloadOf,
  articleText,
  isTopicName,
  topicNames,
  topics,
} from '../index.js';
import { EXAMPLES } from './paths.js';

const folders = readdirSync(EXAMPLES);
const files = (topic: string) => readdirSync(new URL(`${topic}/`, EXAMPLES));
const bytes = (topic: string, file: string) => readFileSync(new URL(`${topic}/${file}`, EXAMPLES));
const read = (topic: string, file: string) =>
  JSON.parse(bytes(topic, file).toString('utf8')) as unknown;

describe('the examples', () => {
  it('belong to a topic, every one', () => {
    expect(folders.filter((folder) => !isTopicName(folder))).toEqual([]);
    for (const topic of folders) {
      expect(files(topic).filter((file) => !/^[a-z0-9-]+\.json$/.test(file))).toEqual([]);
    }
  });

  it.each(topicNames)('show %s at least twice', (topic) => {
    expect(files(topic).length).toBeGreaterThanOrEqual(2);
  });

  it.each(topicNames.flatMap((topic) => files(topic).map((file) => [topic, file] as const)))(
    '%s/%s is valid',
    (topic, file) => {
      const version = String(newestOf(topics[topic]).version);
      expect(() => decodeWith(topics[topic], version, bytes(topic, file))).not.toThrow();
    },
  );
});

describe('the worked example', () => {
  const article = read('article-extracted', 'almaty.json') as PayloadOf<'article-extracted'>;
  const extracted = read('incident-extracted', 'almaty.json') as PayloadOf<'incident-extracted'>;
  const updated = read(
    'incident-updated',
    'almaty-officers-killed.json',
  ) as PayloadOf<'incident-updated'>;
  const text = articleText(article);
  const isQuoted = ({ quote, start, end }: Claim) => text.slice(start, end) === quote;

  it('quotes what really is in the article', () => {
    const claims = extracted.mentions.flatMap((mention) => mention.claims);
    expect(extracted.textHash).toBe(article.textHash);
    expect(claims.filter((claim) => !isQuoted(claim))).toEqual([]);
    expect(updated.claims.filter(({ claim }) => !isQuoted(claim))).toEqual([]);
  });

  it('points only to claims that are there', () => {
    for (const { claims, casualties, where, when } of extracted.mentions) {
      const indexes = [casualties.killed?.claims ?? [], where.claims, when.claims].flat();
      expect(indexes.every((index) => index < claims.length)).toBe(true);
    }
  });

  it('tells of at least two officers killed at Almaty in the week of the report', () => {
    expect(updated.casualties.killed).toMatchObject({ low: 2, best: 2, high: null });
    expect(updated.where).toMatchObject({ place: 'Almaty', countryIso3: 'KAZ' });
    expect(updated.when).toMatchObject({ start: '2022-01-03', end: '2022-01-06' });
  });
});
