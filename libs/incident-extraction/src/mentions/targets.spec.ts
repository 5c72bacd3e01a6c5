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
      [['police station', 'law enforcement', 1, 'destroyed']],
    ],
    ['Rebels dynamited two electric towers.', [['two electric towers', 'energy', 2, undefined]]],
    ['A bombing damaged a bank.', [['bank', 'financial', 1, 'damaged']]],
    [
      'The offices of a bank were bombed.',
      [['offices of a bank', 'financial', undefined, undefined]],
    ],
    [
      'A bomb exploded in front of the residence of the consul.',
      [['residence of the consul', 'diplomatic', 1, undefined]],
    ],
    [
      'Rebels bombed two buses, a truck and a store.',
      [
        ['two buses', 'transport vehicle', 2, undefined],
        ['truck', 'transport vehicle', 1, undefined],
        ['store', 'commercial', 1, undefined],
      ],
    ],
    ['Gunmen kidnapped a man from his house.', []],
  ])('%j', (sentence, expected) => {
    expect(targets(sentence)).toEqual(expected);
  });
});
