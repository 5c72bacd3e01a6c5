import { describe, expect, it } from '@jest/globals';
import { phrase, reading } from '../testing/readings.js';
import { NameBook } from './name-book.js';
import { patientsOf } from './patients.js';

const patients = (text: string): [string, string | null][] => {
  const read = reading(text);
  const names = NameBook.read([read], new Set());
  return read.frames.flatMap((frame) =>
    patientsOf(read, frame, names).map((p): [string, string | null] => [
      phrase(read, p.from, p.to),
      p.name && phrase(read, p.name.from, p.name.to),
    ]),
  );
};

describe('those to whom it happens', () => {
  it.each<[string, [string, string | null][]]>([
    ['Gunmen killed Ana Diaz.', [['Ana Diaz', 'Ana Diaz']]],
    ['Gunmen killed Ana Diaz, mayor of Vadela.', [['Ana Diaz , mayor of Vadela', 'Ana Diaz']]],
    ['Gunmen kidnapped two residents of Vadela.', [['two residents of Vadela', null]]],
    [
      'GUNMEN HAVE KILLED TWO REPORTERS, ERNESTO ZALDIVAR AND LUIS OQUENDO.',
      [
        ['ERNESTO ZALDIVAR', 'ERNESTO ZALDIVAR'],
        ['LUIS OQUENDO', 'LUIS OQUENDO'],
      ],
    ],
    ['Rebels attacked the bridge.', []],
    ['Rebels attacked a police station.', []],
    ['Rebels attacked a police officer.', [['a police officer', null]]],
  ])('%j', (text, expected) => {
    expect(patients(text)).toEqual(expected);
  });
});
