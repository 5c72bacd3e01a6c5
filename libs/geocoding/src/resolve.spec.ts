import { describe, expect, it } from '@jest/globals';
import { recognise } from './recognise.js';
import { resolve } from './resolve.js';
import { area, lexiconOf, town } from './testing/small-gazetteer.js';
import { tokenise } from './tokens.js';
import { modelOf } from './weights.js';

const lexicon = lexiconOf(
  town('Paris', { population: 2_000_000, country: 'FRA' }),
  town('Paris', { population: 9000 }),
);
const model = modelOf({
  alone: { bias: 1, size: 1 },
  together: { bias: 1, size: 1, located: 5 },
});
const nowhere = { source: null, institutions: null };
const resolved = (text: string) =>
  resolve(recognise(tokenise(text), lexicon), lexicon.gazetteer, nowhere, model);

describe('the reading chosen', () => {
  it('is the one whose features weigh most', () => {
    expect(resolved('Paris slept.')).toMatchObject([{ id: 0 }]);
  });

  it('is believed as far as its share of the odds', () => {
    const [one] = resolved('Paris slept.');
    const [size, small] = [2.301, -0.046].map((each) => Math.exp(1 + each));
    expect(one?.belief).toBeCloseTo(size! / (1 + size! + small!), 2);
    expect(one?.isPlace).toBeCloseTo((size! + small!) / (1 + size! + small!), 2);
  });

  it('is believed more where the second look knows more', () => {
    expect(resolved('In Paris.')[0]?.isPlace).toBeGreaterThan(resolved('Paris.')[0]?.isPlace ?? 1);
  });

  it('stays a number however large the weights', () => {
    const heavy = modelOf({ alone: {}, together: { bias: 1e6 } });
    const [one] = resolve(recognise(tokenise('Paris'), lexicon), lexicon.gazetteer, nowhere, heavy);
    expect(one?.isPlace).toBeCloseTo(1, 5);
  });

  it('is the town, not the district that is called like it, unless the text names the district', () => {
    const own = { admin1: 'Balkh', admin2: 'Masar', country: 'AFG' };
    const names = lexiconOf(
      town('Masar', { ...own, kind: 'admin2', population: 90_000 }),
      town('Masar', own),
    );
    const likes = modelOf({ alone: { areaSize: 2 }, together: { bias: 1, areaSize: 2 } });
    const read = (text: string) =>
      resolve(recognise(tokenise(text), names), names.gazetteer, nowhere, likes)[0]!;
    const { gazetteer } = names;
    expect(gazetteer.kind(read('In Masar.').id)).toBe('city');
    expect(gazetteer.kind(read('In Masar district.').id)).toBe('admin2');
    expect(gazetteer.kind(read('In the district of Masar.').id)).toBe('admin2');
  });
});

describe('a doubtful name that the text also gives a division', () => {
  const many = lexiconOf(
    town('Cordona', { country: 'ARG', admin1: 'Sur', population: 20_000 }),
    area('Cordona', 'admin1', { country: 'COL', population: 10_000 }),
  );
  // Nothing is known but that a division is what "Department" follows.
  const even = modelOf({ alone: { bias: 0 }, together: { bias: 0, size: 0.2 } });
  const countries = (text: string) =>
    resolve(recognise(tokenise(text), many), many.gazetteer, nowhere, even).map(
      (each) => each && many.gazetteer.place(each.id).countryIso3,
    );

  it('is in that division’s country', () => {
    expect(countries('He left Cordona.')).toEqual(['ARG']);
    expect(countries('He left Cordona Department. He was shot in Cordona.')).toEqual([
      'COL',
      'COL',
    ]);
  });
});
