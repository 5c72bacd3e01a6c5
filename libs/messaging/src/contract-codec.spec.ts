import { expect, it } from '@jest/globals';
import type { ArticleDeduplicated } from '@tocsin/contracts';
import { contractCodec } from './contract-codec.js';

const place: ArticleDeduplicated = {
  articleId: 'a',
  version: 1,
  syndicationId: 'a',
  reason: 'original',
  similarity: 1,
  nearestArticleId: null,
};

it('writes and reads what the contract says', () => {
  const bytes = contractCodec.encode('article-deduplicated', place);
  const version = contractCodec.schemaVersion('article-deduplicated');
  expect(contractCodec.decode('article-deduplicated', version, bytes)).toEqual(place);
});

it('refuses what breaks the contract, and topics that have none', () => {
  expect(() => contractCodec.encode('article-deduplicated', { ...place, similarity: 2 })).toThrow();
  expect(() => contractCodec.encode('gossip', place)).toThrow('no contract');
});

it('tells bytes that are no JSON from JSON that breaks its contract', () => {
  const read = (text: string) => () =>
    contractCodec.decode('article-deduplicated', '1', Buffer.from(text));
  expect(read('{')).toThrow(SyntaxError);
  expect(read('{}')).not.toThrow(SyntaxError);
  expect(read('{}')).toThrow();
});
