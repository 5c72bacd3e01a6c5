import { describe, expect, it } from '@jest/globals';
import { checkSingleEffects, type SingleEffectsEvidence } from './single-effects.js';

const sound: SingleEffectsEvidence = {
  urlIds: ['a', 'b'],
  rows: { 'store.article': ['a', 'b'], 'deduplicator.article': ['b', 'a'] },
  changes: [
    { kind: 'article', key: 'a', revision: 1 },
    { kind: 'article', key: 'b', revision: 1 },
    { kind: 'incident', key: 'i', revision: 1 },
    { kind: 'incident', key: 'i', revision: 2 },
    { kind: 'end', key: 'a', revision: 1 },
    { kind: 'end', key: 'a', revision: 1 },
  ],
  links: [
    { incidentId: 'i', revision: 1, linked: ['m'], unlinked: [] },
    { incidentId: 'i', revision: 2, linked: ['n'], unlinked: ['m'] },
    { incidentId: 'i', revision: 3, linked: ['m'], unlinked: [] },
  ],
};
const examples = (changes: Partial<SingleEffectsEvidence>) =>
  checkSingleEffects({ ...sound, ...changes }).examples;

it('what took effect once is sound, also when a URL ended at two stages', () =>
  expect(checkSingleEffects(sound)).toMatchObject({ name: 'I2 effects', passed: true }));

describe('a planted fault is found:', () => {
  it('an article without a row', () =>
    expect(examples({ rows: { article: ['a'] } })).toEqual(['article lacks b']));

  it('an article with two rows', () =>
    expect(examples({ rows: { article: ['a', 'b', 'a'] } })).toEqual(['article has 2 rows of a']));

  it('a version that took effect twice', () =>
    expect(
      examples({ changes: [...sound.changes, { kind: 'article', key: 'a', revision: 1 }] }),
    ).toEqual(['article a/1 took effect 2 times']));

  it('a revision that took effect twice', () =>
    expect(
      examples({ changes: [...sound.changes, { kind: 'incident', key: 'i', revision: 2 }] }),
    ).toEqual(['incident i/2 took effect 2 times']));

  it('a mention that counts twice', () =>
    expect(
      examples({
        links: [...sound.links, { incidentId: 'i', revision: 4, linked: ['n'], unlinked: [] }],
      }),
    ).toEqual(['i/4 links n again']));
});
