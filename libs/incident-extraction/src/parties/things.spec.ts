import { describe, expect, it } from '@jest/globals';
import { phrase, reading } from '../testing/readings.js';
import { thingsHit } from './things.js';

const things = (text: string): [string, string | null, string | null][] => {
  const read = reading(text);
  return thingsHit(read, read.frames).map(({ from, to, type, effect }) => [
    phrase(read, from, to),
    type,
    effect,
  ]);
};

describe('the things that a sentence tells to be hit', () => {
  it.each<[string, [string, string | null, string | null][]]>([
    [
      'Rebels bombed a bridge and two banks.',
      [
        ['bridge', 'transport route', null],
        ['two banks', 'financial', null],
      ],
    ],
    [
      'A bomb exploded in front of the offices of a bank.',
      [['offices of a bank', 'financial', null]],
    ],
    ['Rebels attacked an army truck.', [['army truck', 'military', null]]],
    ['The blast destroyed the warehouse.', [['warehouse', 'commercial', 'destroyed']]],
    ['Rebels attacked the soldiers.', []],
    ['Gunmen kidnapped a man from his house.', []],
  ])('%j', (text, expected) => {
    expect(things(text)).toEqual(expected);
  });
});
