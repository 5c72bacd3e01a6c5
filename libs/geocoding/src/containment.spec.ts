import { describe, expect, it } from '@jest/globals';
import { recognise } from './recognise.js';
import { area, lexiconOf, town } from './testing/small-gazetteer.js';
import { tokenise } from './tokens.js';

const lexicon = lexiconOf(
  area('Texas', 'admin1', { population: 30_000_000 }),
  area('Ohio', 'admin1', { population: 11_000_000 }),
  area('Iraq', 'country', { country: 'IRQ', population: 40_000_000 }),
  town('Fentress', { admin1: 'Ohio' }),
  town('Dallas', { admin1: 'Texas', population: 1_000_000 }),
  town('Waco', { admin1: 'Texas' }),
  town('Waco', { admin1: 'Ohio' }),
);

/** The states of the towns that the first name of a text may be. */
const statesOf = (text: string) =>
  recognise(tokenise(text), lexicon)[0]!.readings.map(
    ({ id }) => lexicon.gazetteer.place(id).admin1,
  );

describe('a name with a state behind it', () => {
  it('is no small town of another state', () => {
    expect(statesOf('arrested in Fentress, Texas')).toEqual([]);
    expect(statesOf('arrested in Waco, Texas')).toEqual(['Texas']);
  });

  it('may be a city that needs no state', () => {
    expect(statesOf('shot in Dallas, Ohio and Texas')).toEqual(['Texas']);
  });

  it('is read as ever without one', () => {
    expect(statesOf('arrested in Fentress')).toEqual(['Ohio']);
    expect(statesOf('arrested in Fentress, Iraq')).toEqual(['Ohio']);
  });
});
