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

describe('what names mean', () => {
  it('is remembered from text to text', () => {
    const own = lexiconOf(town('Alma'), town('York'));
    const [first] = recognise(tokenise('In Alma'), own);
    const [again] = recognise(tokenise('Near Alma and York'), own);
    expect(again!.readings).toBe(first!.readings);
    expect(own.known.size).toBeGreaterThan(1);
  });

  it('is remembered of so many names', () => {
    const own = lexiconOf(town('Alma'));
    for (let i = 0; i < 10_001; i++) own.known.set(`name ${i}`, null);
    expect(recognise(tokenise('In Alma'), own)).toHaveLength(1);
    expect(own.known.size).toBe(1);
  });
});

describe('"US" in a wire’s capitals', () => {
  const own = lexiconOf(area('US', 'country'), town('Alma'));
  const names = (text: string) => recognise(tokenise(text), own).map(({ folded }) => folded);

  it('is a pronoun, "THE US" a country', () => {
    expect(names('THEY TOLD US THAT THE ATTACK IN ALMA WAS OVER.')).toEqual(['alma']);
    expect(names('THEY FLED TO THE US AFTER THE ATTACK.')).toEqual(['us']);
    expect(names('They fled to Alma with US soldiers.')).toEqual(['alma', 'us']);
  });
});

describe('names of the gazetteer in a text', () => {
  it('go on behind a hyphen in small letters', () => {
    const own = lexiconOf(town('Oma-locka'), town('Oma'));
    const names = (text: string) => recognise(tokenise(text), own).map(({ folded }) => folded);
    expect(names('Shot in Oma-locka.')).toEqual(['oma locka']);
    expect(names('An Oma-based firm.')).toEqual(['oma']);
  });

  it('are no quarters that another place gave the name', () => {
    expect(found('He lives in Little York, not in York.')).toEqual(['york']);
  });

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
    const [said] = recognise(tokenise('In York, a small town in southern Ohio'), lexicon);
    expect(said?.container).toBe(1);
    const [, kazakh] = recognise(tokenise('In the Kazakh town of York'), lexicon);
    expect(kazakh?.container).toBe(0);
  });

  it('include peoples, with their country as the one reading', () => {
    expect(recognise(tokenise('Kazakh troops'), lexicon)).toMatchObject([
      { demonym: true, readings: [{ id: 6 }] },
    ]);
  });

  it('need a capital', () => {
    expect(found('he left new york')).toEqual([]);
  });

  it('are looked up with their compass letter written out', () => {
    const west = lexiconOf(town('Alma'), town('West Alma'));
    expect(recognise(tokenise('shot in W. Alma'), west)).toMatchObject([{ folded: 'west alma' }]);
    expect(recognise(tokenise('met Jo W. Alma'), west)).toMatchObject([{ folded: 'alma' }]);
  });

  it('are not cut out of longer ones', () => {
    expect(found('He left York del Mar for Dublin.')).toEqual(['dublin']);
  });

  it('are not made of common words by the capitals of a wire', () => {
    const bay = lexiconOf(
      town('Alma', { country: 'RUS', alternates: ['The Knee'] }),
      town('The Rock'),
    );
    const names = recognise(tokenise('HE WAS SHOT IN THE KNEE AT THE ROCK'), bay);
    expect(names.map(({ folded }) => folded)).toEqual(['the rock']);
    expect(recognise(tokenise('He was shot in The Knee'), bay)).toHaveLength(1);
  });
});

describe('a state with a town of its name', () => {
  const state = lexiconOf(
    area('Alma', 'admin1'),
    town('Alma City', { admin1: 'Alma', alternates: ['Alma'] }),
    area('Borg', 'admin1'),
    town('Borg', { admin1: 'Borg' }),
  );
  const kinds = (text: string) =>
    recognise(tokenise(text), state).map(({ readings }) =>
      readings.map(({ id }) => state.gazetteer.kind(id)),
    );

  it.each(['the Alma governor said', 'ice in northern Alma', 'ice in upstate Alma'])(
    'is meant in %s',
    (text) => {
      expect(kinds(text)).toEqual([['admin1']]);
    },
  );

  it('is not meant by a direction where its town bears the name in full', () => {
    expect(kinds('shells fell on northern Borg')).toEqual([
      expect.arrayContaining(['city', 'admin1']),
    ]);
  });

  it('and its county of the name have one root', () => {
    const county = lexiconOf(town('Cade'), area('Cade County', 'admin2'));
    const names = recognise(tokenise('In Cade County and Cade.'), county);
    expect(names.map(({ root }) => root)).toEqual(['cade', 'cade']);
  });

  it('are no settlement that an English-speaking town once was', () => {
    const old = lexiconOf(
      town('Hudson', { alternates: ['Feltonville', 'Hudson Falls'] }),
      town('Astana', { country: 'KAZ', alternates: ['Tselinograd'] }),
      town('New York City', { population: 8_000_000, alternates: ['Big Apple'] }),
    );
    const words = (text: string) => recognise(tokenise(text), old).map(({ folded }) => folded);
    expect(words('shot in Feltonville')).toEqual([]);
    expect(words('shot in Hudson Falls')).toEqual(['hudson falls']);
    expect(words('shot in Tselinograd')).toEqual(['tselinograd']);
    expect(words('shot in Big Apple')).toEqual(['big apple']);
  });
});
