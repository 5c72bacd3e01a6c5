import { describe, expect, it } from '@jest/globals';
import { checkUrlEnds, type UrlEndsEvidence } from './url-ends.js';

const sound: UrlEndsEvidence = {
  urlIds: ['a', 'b'],
  fetched: [
    { urlId: 'a', version: 1 },
    { urlId: 'a', version: 1 },
    { urlId: 'a', version: 2 },
    { urlId: 'b', version: 1 },
  ],
  states: [
    { urlId: 'a', version: 1, end: 'stored' },
    { urlId: 'a', version: 2, end: 'rejected' },
    { urlId: 'b', version: 1, end: 'stored' },
  ],
};
const examples = (changes: Partial<UrlEndsEvidence>) =>
  checkUrlEnds({ ...sound, ...changes }).examples;

it('URLs that all came to one end each are sound, also when fetched twice', () =>
  expect(checkUrlEnds(sound)).toMatchObject({ name: 'I1', passed: true }));

describe('a planted loss is found:', () => {
  it('a URL without an end', () =>
    expect(examples({ urlIds: ['a', 'b', 'c'] })).toEqual(['c has no end at all']));

  it('a fetched version without an end', () =>
    expect(examples({ fetched: [...sound.fetched, { urlId: 'b', version: 9 }] })).toEqual([
      'b/9 was fetched and has no end',
    ]));

  it('a good page that was refused', () =>
    expect(
      examples({
        states: [...sound.states.slice(0, 2), { urlId: 'b', version: 1, end: 'failed' }],
      }),
    ).toEqual(['b was never stored: failed']));
});

describe('a planted excess is found:', () => {
  const second = (end: string, urlId = 'b') => [...sound.states, { urlId, version: 1, end }];

  it('two states at once', () =>
    expect(examples({ states: second('failed') })).toEqual(['b/1 has 2 current states']));

  it('a state that is none of the four', () =>
    expect(
      examples({ states: [...sound.states, { urlId: 'a', version: 3, end: 'lost' }] }),
    ).toEqual(['a/3 ended as "lost"']));

  it('a URL that nobody published', () =>
    expect(examples({ states: second('stored', 'x') })).toEqual([
      'x has an end and was never published',
    ]));
});
