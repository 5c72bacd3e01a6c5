import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readData } from '../lexicon/data.js';
import { tokenize } from '../text/tokens.js';
import { at, atomsOf } from './atoms.js';
import { longestOf } from './read-words.js';
import { READERS, readersAt } from './readers.js';

/** Every word of the lexicon of times, and those of its grammar that stand in the readers. */
const lexicon = Object.values(readData<Record<string, object>>('time.json')).flatMap((table) =>
  Array.isArray(table) ? table.map(String) : Object.keys(table),
);
const grammar =
  "the a an my our this that same half of in at on by to from and , - ' ’ / . : % q h fy sy fiscal school semi bi every each once twice times another within more less than least up almost nearly over under fewer all whole entire recent latest these coming quarter past future early earlier late later mid middle beginning start end rest remainder close overnight wee small hours now moment present right eod ytd final first second third twentieth one two seven twenty ninety hundred thousand couple few several ago before after old year month week day s 's st 1 3 5th 12 30 1990 1990s 2016 2016h2 10:30 4.22 0200 p.m. am pm local time hundreds tens date".split(
    ' ',
  );
const word = fc.oneof(fc.constantFrom(...grammar), fc.constantFrom(...lexicon));

describe('the readers that are asked', () => {
  it('read what all of them would, wherever a time begins', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 7 }),
        fc.boolean(),
        (words, capital) => {
          const spelled = words.map((each) =>
            capital ? each[0]!.toUpperCase() + each.slice(1) : each,
          );
          const atoms = atomsOf(tokenize(spelled.join(' ')));
          for (let i = 0; i <= atoms.length; i++) {
            const all = longestOf(atoms, i, READERS);
            if (all) read++;
            expect(longestOf(atoms, i, readersAt(at(atoms, i)))).toEqual(all);
          }
        },
      ),
      { numRuns: 4_000 },
    );
    expect(read).toBeGreaterThan(2_000);
  });

  it('are few', () => {
    const asked = (text: string): number => readersAt(at(atomsOf(tokenize(text)), 0)).length;
    expect(asked('police')).toBe(0);
    expect(asked('wednesday')).toBeLessThan(READERS.length / 4);
  });
});
