import { describe, expect, it } from '@jest/globals';
import { checkReplay, type Content } from './replayed.js';

const sound: Content = {
  incidents: [
    { mentions: 'a b', values: '{"killed":3}' },
    { mentions: 'c', values: '{"killed":1}' },
  ],
  copies: ['a', 'b c'],
};
const examples = (changes: Partial<Content>) =>
  checkReplay({ original: sound, replayed: { ...sound, ...changes } }).examples;

it('the same in another order is sound', () =>
  expect(
    checkReplay({
      original: sound,
      replayed: { incidents: sound.incidents.toReversed(), copies: sound.copies.toReversed() },
    }),
  ).toMatchObject({ name: 'I7', passed: true }));

describe('a planted fault is found:', () => {
  it('mentions that are grouped otherwise', () =>
    expect(examples({ incidents: [{ mentions: 'a b c', values: '{"killed":3}' }] })).toEqual([
      'no replay groups mentions a b',
      'no replay groups mentions c',
      'only the replay groups mentions a b c',
    ]));

  it('copies that are grouped otherwise', () =>
    expect(examples({ copies: ['a', 'b', 'c'] })).toHaveLength(3));

  it('another value', () =>
    expect(
      examples({ incidents: [sound.incidents[1]!, { mentions: 'a b', values: '{"killed":4}' }] }),
    ).toEqual(['the incident of a b has other values in the replay']));

  it('nothing to compare', () => {
    const empty = { incidents: [], copies: [] };
    expect(checkReplay({ original: empty, replayed: empty }).passed).toBe(false);
  });
});
