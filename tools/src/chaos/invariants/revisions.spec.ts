import { describe, expect, it } from '@jest/globals';
import { checkRevisions, type RevisionsEvidence } from './revisions.js';

const of = (incidentId: string, ...revisions: number[]) =>
  revisions.map((revision) => ({ incidentId, revision }));
const sound: RevisionsEvidence = {
  revised: [...of('a', 1, 2, 2, 3), ...of('b', 1)],
  updated: [...of('a', 1, 2, 1, 2, 3, 3), ...of('b', 1)],
  kept: [...of('a', 3, 1, 2), ...of('b', 1)],
  newest: [...of('a', 3), ...of('b', 1)],
};
const examples = (changes: Partial<RevisionsEvidence>) =>
  checkRevisions({ ...sound, ...changes }).examples;

it('revisions that come again in between are sound', () =>
  expect(checkRevisions(sound)).toMatchObject({ name: 'I4', passed: true }));

it('an incident that a restored database has under another id is sound', () =>
  expect(
    checkRevisions({ ...sound, revised: [...sound.revised, ...of('c', 1)], lost: ['c'] }).passed,
  ).toBe(true));

describe('a planted fault on a topic is found:', () => {
  it('a revision that comes after a newer one only', () =>
    expect(examples({ revised: [...of('a', 1, 3, 2), ...of('b', 1)] })).toEqual([
      'incident-revised a jumps from 1 to 3',
    ]));

  it('a first revision that is missing', () =>
    expect(examples({ revised: [...of('a', 2, 3), ...of('b', 1)] })).toEqual([
      'incident-revised a jumps from 0 to 2',
    ]));

  it('an old revision as the last record of its key', () =>
    expect(examples({ updated: [...of('a', 1, 2, 3, 2), ...of('b', 1)] })).toEqual([
      'incident-updated a ends with revision 2, newest is 3',
    ]));

  it('an incident that was never published', () =>
    expect(examples({ updated: of('a', 1, 2, 3) })).toEqual([
      'incident-updated b ends with revision undefined, newest is 1',
    ]));

  it('an incident that the deduplicator does not have', () =>
    expect(examples({ revised: [...sound.revised, ...of('c', 1)] })).toEqual([
      'incident-revised c is unknown',
    ]));
});

describe('a planted fault in the store is found:', () => {
  it('a revision that is missing', () =>
    expect(examples({ kept: [...of('a', 1, 3), ...of('b', 1)] })).toEqual([
      'the store has a/2 0 times',
    ]));

  it('a revision that is there twice', () =>
    expect(examples({ kept: [...sound.kept, ...of('b', 1)] })).toEqual([
      'the store has b/1 2 times',
    ]));

  it('a revision that was never made', () =>
    expect(examples({ kept: [...sound.kept, ...of('b', 2)] })).toEqual([
      'the store has unknown b/2',
    ]));
});
