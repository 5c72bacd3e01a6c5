import { createHash } from 'node:crypto';
import { articleText, encode, type IncidentExtracted } from '@tocsin/contracts';
import { fingerprint, keywordsOf } from '@tocsin/dedup';
import { createGeoparser } from '@tocsin/geocoding';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import type { OutgoingRecord } from '@tocsin/messaging';
import { makeCorpus } from '../../corpus/corpus.js';
import { seeded } from '../../corpus/random.js';
import { textArticle } from '../../eval/sets/text-article.js';

/** Words of an article, as long as news is in the mean. */
const WORDS = 600;
const TOPIC = 'incident-extracted';

export interface LoadPlan {
  readonly articles: number;
  /** Of the articles, those that tell of incidents; the others have no mention. */
  readonly tellingShare: number;
  readonly seed: number;
  /** ms since the epoch */
  readonly fetchedAt: number;
}

export interface Load {
  readonly records: readonly OutgoingRecord[];
  readonly mentions: number;
}

/**
 * Articles as the extractor hands them on: reports of the corpus, a pair of every five copies or retellings of each
 * other, with their real mentions, among words that make each as long as news and different from all others.
 */
export function makeLoad({ articles, tellingShare, seed, fetchedAt }: LoadPlan): Load {
  const random = seeded(seed);
  const extractor = createIncidentExtractor({ geoparser: createGeoparser() });
  let mentionCount = 0;
  let filler = '';
  const records = makeCorpus(articles, seed).articles.map((each, at): OutgoingRecord => {
    if (!each.id.startsWith('copy-')) filler = fillerOf(random);
    const text = [...each.paragraphs, filler].join('\n\n');
    const id = createHash('sha256').update(`${seed} ${each.id}`).digest('hex').slice(0, 32);
    const article = {
      ...textArticle({ id, title: each.title, text, publishedAt: `${each.publishedAt}Z` }),
      url: `https://www.site-${at % 500}.example/${id}`,
      fingerprint: fingerprint(text),
    };
    const tells = random() < tellingShare;
    const mentions = tells ? extractor.extract(article) : [];
    mentionCount += mentions.length;
    const value: IncidentExtracted = {
      articleId: id,
      version: fetchedAt,
      url: article.url,
      title: article.title,
      siteName: each.site,
      language: 'en',
      publishedAt: new Date(fetchedAt - Math.floor(random() * 3_600_000)).toISOString(),
      fetchedAt: new Date(fetchedAt).toISOString(),
      textHash: createHash('sha256').update(articleText(article)).digest('hex'),
      fingerprint: article.fingerprint,
      keywords: keywordsOf(article, mentions),
      extractorVersion: 'bench',
      mentions,
    };
    return {
      topic: TOPIC,
      key: id,
      value: encode(TOPIC, value),
      headers: { 'schema-version': '2' },
    };
  });
  return { records, mentions: mentionCount };
}

/** Words of no language, a name among every dozen: what makes texts differ. */
export function fillerOf(random: () => number, words = WORDS - 100): string {
  return Array.from({ length: words }, (_, at) => {
    const word = Math.floor(random() * 20_000)
      .toString(36)
      .replace(/\d/g, (digit) => 'klmnopqrst'.charAt(Number(digit)));
    return at % 12 === 5 ? `X${word}` : at % 15 === 14 ? `${word}.` : word;
  }).join(' ');
}
