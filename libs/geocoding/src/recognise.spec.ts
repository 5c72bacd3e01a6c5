import { describe, expect, it } from '@jest/globals';
import { recognise } from './recognise.js';
import { area, lexiconOf, town } from './testing/small-gazetteer.js';
import { tokenise } from './tokens.js';

const lexicon = {
  ...lexiconOf(
    town('York'),
    town('New York'),
    town('Dublin'),
    town('Saint Louis'),
    town("St. John's"),
    area('Ohio', 'admin1'),
    area('Kazakhstan', 'country', { country: 'KAZ' }),
  ),
  demonyms: new Map([['kazakh', 6]]),
};
const found = (text: string) => recognise(tokenise(text), lexicon).map(({ folded }) => folded);

describe('names of the gazetteer in a text', () => {
  it('are the longest', () => {
    expect(found('He left New York for York.')).toEqual(['new york', 'york']);
  });

  it('are found with a possessive and where it belongs to the name', () => {
    expect(found("York's walls and St. John's harbour")).toEqual(['york', 'st johns']);
  });

  it('are found with another spelling of Saint and without "City"', () => {
    const [louis, dublin] = recognise(tokenise('In St. Louis and Dublin City'), lexicon);
    expect(louis?.readings).toMatchObject([{ shortened: false }]);
    expect(dublin?.readings).toMatchObject([{ shortened: true }]);
  });

  it('know what follows behind a comma', () => {
    const [york, ohio] = recognise(tokenise('In York, Ohio, today'), lexicon);
    expect(york?.container).toBe(1);
    expect(ohio?.container).toBeNull();
    expect(recognise(tokenise('In York and Ohio'), lexicon)[0]?.container).toBeNull();
  });

  it('include peoples, with their country as the one reading', () => {
    expect(recognise(tokenise('Kazakh troops'), lexicon)).toMatchObject([
      { demonym: true, readings: [{ id: 6 }] },
    ]);
  });

  it('need a capital', () => {
    expect(found('he left new york')).toEqual([]);
  });
});
