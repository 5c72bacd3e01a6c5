import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import Type, { type TSchema } from 'typebox';
import { ArticleSettled } from '../model/records.js';
import type { TopicContract } from '../topics/contract.js';
import { topics } from '../topics/index.js';
import type { JsonSchema } from './keywords.js';
import { RELEASED } from './paths.js';
import { releaseProblems } from './release-check.js';

const contracts: TopicContract[] = Object.values(topics);
const released = new Map(
  readdirSync(RELEASED).map((name) => [
    name,
    JSON.parse(readFileSync(new URL(name, RELEASED), 'utf8')) as JsonSchema,
  ]),
);

/** Our contracts with the settled topic's schema replaced, as an unwary change would. */
const planted = (change: Record<string, TSchema>): TopicContract[] => {
  const settled = topics['article-settled'];
  const schema = Type.Object(
    { ...ArticleSettled.properties, ...change },
    { additionalProperties: false },
  );
  const changed: TopicContract = { ...settled, versions: [{ version: 1, schema }] };
  return contracts.map((contract) => (contract.name === settled.name ? changed : contract));
};

describe('the newest release', () => {
  it('can still be read by these contracts', () => {
    expect(released.size).toBeGreaterThanOrEqual(9);
    expect(releaseProblems(contracts, released)).toEqual([]);
  });
});

describe('a planted change', () => {
  it('that breaks is caught, with the order of its roll-out', () => {
    const problems = releaseProblems(planted({ reason: Type.Integer() }), released);
    expect(problems).toEqual([
      'article-settled.v1.schema.json: /reason type changed from string to integer. ' +
        'Keep version 1 as it is and add version 2 with an upcaster, then roll out: ' +
        '1. consumers (store), which then read both; ' +
        '2. producers (fetcher, extractor, deduplicator, store); ' +
        '3. drop version 1 when its last record is past retention.',
    ]);
  });

  it('that old records survive passes', () => {
    expect(releaseProblems(planted({ host: Type.Optional(Type.String()) }), released)).toEqual([]);
  });

  it('that removes a topic or a version is caught', () => {
    const without = contracts.filter(({ name }) => name !== 'article-settled');
    expect(releaseProblems(without, released)[0]).toMatch(/article-settled.*its topic is gone/);
    const dropped = contracts.map((contract) =>
      contract.name === 'article-settled'
        ? { ...contract, versions: [{ ...contract.versions[0], version: 2 }] as const }
        : contract,
    );
    expect(releaseProblems(dropped as TopicContract[], released)[0]).toMatch(/the version is gone/);
  });
});
