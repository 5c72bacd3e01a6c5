/** The articles of a set as `npm run eval` reads them, with their mentions, and what the set says of each. */
import { readFileSync } from 'node:fs';
import { createGeoparser } from '../../geocoding/dist/index.js';
import { createIncidentExtractor } from '../../incident-extraction/dist/index.js';
import { textCase } from '../../../tools/dist/eval/case-articles.js';
import { keywordsOf } from '../dist/index.js';

const extractor = createIncidentExtractor({ geoparser: createGeoparser() });

export function readSet(directory, set) {
  const lines = readFileSync(`${directory}/data/${set}/dev.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const each = JSON.parse(line);
    const article = textCase(each);
    // Links don't look at claims, and all articles' together are large.
    const mentions = extractor.extract(article).map((mention) => ({ ...mention, claims: [] }));
    return { article, mentions, keywords: keywordsOf(article, mentions), expected: each.expected };
  });
}
