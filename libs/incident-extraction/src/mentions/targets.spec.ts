import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const targets = (sentence: string) =>
  mentionsOf(sentence, [sentence])[0]!.targets.map(({ words, type, number, effect }) => [
    words,
    type,
    number,
    effect,
  ]);

describe('the things that were hit', () => {
  it.each<[string, unknown[][]]>([
    [
      'A bomb destroyed the police station.',
      [['police station', 'law enforcement', undefined, 'destroyed']],
    ],
    ['Rebels dynamited two electric towers.', [['two electric towers', 'energy', 2, undefined]]],
    ['A bombing damaged a bank.', [['bank', 'financial', undefined, 'damaged']]],
    ['Gunmen kidnapped a man from his house.', []],
  ])('%j', (sentence, expected) => {
    expect(targets(sentence)).toEqual(expected);
  });
});
