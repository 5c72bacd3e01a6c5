import { describe, expect, it } from '@jest/globals';
import { nameFeatures, readingFeatures, sheetOf } from './readings.js';
import { recognise } from './recognise.js';
import { area, lexiconOf, town } from './testing/small-gazetteer.js';
import { tokenise } from './tokens.js';

const lexicon = lexiconOf(
  town('Paris', { population: 2_000_000, admin1: 'Seine', country: 'FRA' }),
  town('Paris', { population: 9000 }),
  area('Ohio', 'admin1', { population: 11_000_000 }),
  town('Ohio', { population: 5000, admin1: 'Texas' }),
);

/** The features of one reading of one name of a text. */
function features(text: string, name: number, reading: number, source: string | null = null) {
  const names = recognise(tokenise(text), lexicon);
  const sheet = sheetOf(names, lexicon.gazetteer, { source, institutions: 'FRA' });
  const found = new Map<string, number>();
  const into = { add: (key: string, value = 1) => void found.set(key, value) };
  nameFeatures(sheet, names[name]!, into);
  readingFeatures(sheet, names[name]!, names[name]!.readings[reading]!, null, into);
  return found;
}

describe('the features of a reading', () => {
  it('are its kind and size', () => {
    const [large, small] = [features('In Paris.', 0, 0), features('In Paris.', 0, 1)];
    expect(large.get('kind:city')).toBe(1);
    expect(large.get('size')).toBeGreaterThan(small.get('size') ?? 0);
    expect(large.has('smaller')).toBe(false);
    expect(small.get('smaller')).toBeCloseTo(2.3, 1);
  });

  it('are that it lies in the state behind the comma', () => {
    expect(features('In Paris, Ohio.', 0, 1).has('contained')).toBe(true);
    expect(features('In Paris, Ohio.', 0, 0).has('notContained')).toBe(true);
    expect(features('In Paris, Ohio.', 1, 0).has('contains')).toBe(true);
    expect(features('In Paris, Ohio.', 1, 1).has('containsNot')).toBe(true);
  });

  it('are what kind of place a dateline, or what something is near to, would be', () => {
    expect(features('PARIS -- He slept.', 0, 0).has('shouted:city')).toBe(true);
    expect(features('He slept near Ohio.', 0, 0).has('locative:admin1')).toBe(true);
    const plain = features('In Paris.', 0, 0);
    expect([...plain.keys()].filter((key) => /^(?:shouted|locative):/.test(key))).toEqual([]);
  });

  it('are that it does so somewhere else in the text', () => {
    const text = 'In Paris, Ohio. Later Paris slept.';
    expect(features(text, 2, 1).has('containedElsewhere')).toBe(true);
    expect(features(text, 2, 0).has('containedElsewhere')).toBe(false);
  });

  it('are that the name is repeated and said to be where', () => {
    const again = features('In Paris. Paris slept.', 1, 0);
    expect([again.has('repeated'), again.has('locatedSomewhere')]).toEqual([true, true]);
    expect(features('Paris slept.', 0, 0).has('repeated')).toBe(false);
  });

  it('are that it lies where the text’s institutions are', () => {
    expect(features('In Paris.', 0, 0).has('institutions')).toBe(true);
    expect(features('In Paris.', 0, 1).has('foreign')).toBe(true);
  });

  it('are that it lies in the country of the source', () => {
    expect(features('In Paris.', 0, 0, 'FRA').has('source')).toBe(true);
    expect(features('In Paris.', 0, 1, 'FRA').has('source')).toBe(false);
  });

  it('are that a county and a town in it are named', () => {
    const kentucky = { admin1: 'Kentucky', admin2: 'Madison County' };
    const madison = lexiconOf(
      town('Richmond', { admin1: 'Virginia', admin2: 'Richmond County', population: 200_000 }),
      town('Richmond', kentucky),
      area('Madison County', 'admin2', kentucky),
      area('Madison County', 'admin2', { admin1: 'Ohio', admin2: 'Madison County' }),
      area('Richmond County', 'admin2', { admin1: 'Virginia', admin2: 'Richmond County' }),
    );
    const signs = (text: string) => {
      const names = recognise(tokenise(text), madison);
      const sheet = sheetOf(names, madison.gazetteer, { source: null, institutions: null });
      return names.map((name) =>
        name.readings.map((reading) => {
          const found: string[] = [];
          readingFeatures(sheet, name, reading, null, { add: (key) => void found.push(key) });
          return found.filter((key) => key.endsWith('Named'));
        }),
      );
    };
    expect(signs('A Richmond man is in the Madison County jail.')).toEqual([
      [[], ['countyNamed']],
      [['townNamed'], []],
    ]);
    // Every state's pair would say so of a county and its namesake.
    expect(signs('Richmond in Richmond County').flat()).toEqual([[], [], []]);
  });
});
