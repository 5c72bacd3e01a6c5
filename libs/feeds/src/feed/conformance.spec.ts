import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { answerCase, type FeedparserCase } from '../feedparser/index.js';
import { holds, type Check } from '../feedparser/testing/checks.js';

/** A case of feedparser; `miss` says why we answer it otherwise. */
type Conformance = FeedparserCase & { readonly checks: readonly Check[]; readonly miss?: string };

const cases = readFileSync(new URL('../../fixtures/feedparser.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Conformance);

const failed = (asked: Conformance) => {
  const answer = answerCase(asked);
  return asked.checks.filter((check) => !holds(answer, check));
};

describe("feedparser's own cases", () => {
  it('are a few hundred of every kind', () => {
    expect(cases.length).toBeGreaterThan(500);
    expect(cases.filter(({ miss }) => miss !== undefined).length).toBeLessThan(20);
  });

  it.each(cases.filter(({ miss }) => miss === undefined))('$id is read as there', (asked) => {
    expect(failed(asked)).toEqual([]);
  });

  it.each(cases.filter(({ miss }) => miss !== undefined))('$id is not: $miss', (asked) => {
    expect(failed(asked)).not.toEqual([]);
  });
});
