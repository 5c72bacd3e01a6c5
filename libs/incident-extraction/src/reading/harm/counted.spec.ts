import { describe, expect, it } from '@jest/globals';
import { reading } from '../../testing/readings.js';

const tolls = (text: string): [string, number | null | undefined][] =>
  reading(text).tolls.map((toll) => [toll.effect, toll.quantity?.best]);

describe('a place in a row', () => {
  it('says how many there are at least', () => {
    expect(tolls('The third victim has died.')).toContainEqual(['killed', 3]);
    expect(tolls('A fourth person was wounded by gunfire.')).toContainEqual(['hurt', 4]);
    expect(tolls('An 8th teen was wounded by gunfire.')).toContainEqual(['hurt', 8]);
    const [toll] = reading('A fifth woman was wounded.').tolls.filter(({ stated }) => stated);
    expect(toll!.quantity).toMatchObject({ low: 5, best: 5, high: null });
  });

  it('counts those hurt where the last of them was hurt and died', () => {
    const told = tolls('The fourth victim suffered a wound and was pronounced dead.');
    expect(told).toContainEqual(['hurt', 4]);
    expect(told).not.toContainEqual(['killed', 4]);
  });

  it('says nothing of the first two, nor of other people', () => {
    const stated = (text: string) => reading(text).tolls.filter((toll) => toll.stated);
    expect(stated('The second man was wounded.')).toEqual([]);
    expect(stated('Their third son was wounded.')).toEqual([]);
    expect(stated('A 3rd grade girl was wounded.')).toEqual([]);
  });
});

describe('victims that are counted', () => {
  it('were harmed, whatever became of them', () => {
    expect(tolls('Officers found four victims in a car.')).toEqual([['hurt', 4]]);
  });

  it('are counted once', () => {
    expect(tolls('Three victims were killed.')).toEqual([['killed', 3]]);
    expect(tolls('The victim was in a car.')).toEqual([]);
  });
});

describe('one of several', () => {
  it('leaves open how many there are', () => {
    expect(tolls('Roe is one of the men killed on Monday.')).toEqual([['killed', undefined]]);
    expect(tolls('One of the men was killed on Monday.')).toEqual([['killed', 1]]);
  });
});

describe('some of those counted', () => {
  it('are no more people', () => {
    expect(tolls('The blast injured eight, four of them critically.')).toEqual([['injured', 8]]);
    expect(tolls('The blast wounded three, one critically.')).toEqual([['injured', 3]]);
    const died = tolls('Six people were shot, including two who died.');
    expect(died).toEqual(
      expect.arrayContaining([
        ['hurt', 6],
        ['killed', 2],
      ]),
    );
    expect(died).not.toContainEqual(['killed', 6]);
  });
});

describe('those whom a headline has in hospital', () => {
  it('are counted apart from the dead', () => {
    expect(tolls('Blast leaves one dead, three in hospital')).toEqual([
      ['killed', 1],
      ['injured', 3],
    ]);
    expect(tolls('Crash sends three to hospital')).toContainEqual(['hurt', 3]);
  });
});

describe('victims that are claimed', () => {
  it("are as many as the last one's place in the row", () => {
    expect(tolls('The rampage claimed its fifth victim on Sunday.')).toContainEqual(['killed', 5]);
    expect(tolls('The rampage claimed its own reward.')).toEqual([]);
  });
});

describe('figures under a label', () => {
  it('are read as a table gives them, whatever stands before', () => {
    const told = tolls('Total dead: 92 Residents: 12 Injured: 1,407');
    expect(told).toContainEqual(['killed', 92]);
    expect(told).toContainEqual(['injured', 1407]);
    expect(told).not.toContainEqual(['injured', 12]);
  });
});

describe('a toll that rises', () => {
  it('is the number that it comes to', () => {
    expect(tolls('Two more died, bringing the toll to seven.')).toContainEqual(['killed', 7]);
    expect(tolls('Two more paid the road toll to 12 collectors.')).not.toContainEqual([
      'killed',
      12,
    ]);
  });
});

describe('the dead and the others', () => {
  it.each<[string, [string, number][]]>([
    [
      'Rebels stormed the camp, killing six people and wounding 120.',
      [
        ['killed', 6],
        ['injured', 120],
      ],
    ],
    [
      'The blasts killed more than 30 people and wounded over 500.',
      [
        ['killed', 30],
        ['injured', 500],
      ],
    ],
    [
      'Two dead, 12 hurt in hotel fire',
      [
        ['killed', 2],
        ['injured', 12],
      ],
    ],
    [
      'Seven people were killed and more than 50 taken to hospital.',
      [
        ['killed', 7],
        ['injured', 50],
      ],
    ],
  ])('each have a number of their own: %s', (text, expected) => {
    expect(tolls(text)).toEqual(expected);
  });

  it('add up where some are hurt along with others', () => {
    expect(tolls('Ann Roe was wounded along with two others.')).toEqual([['injured', 3]]);
    expect(tolls('Ann Roe was killed near her home, along with two of her guards.')).toEqual([
      ['killed', 3],
    ]);
    expect(tolls('Ann Roe was killed on Monday along with her son and two guards.')).toEqual([
      ['killed', 4],
    ]);
    expect(tolls('The Saxon was killed along with his son and 15 guards.')).toEqual([
      ['killed', 17],
    ]);
    expect(tolls('Ann Roe was killed at 0815 (1415 GMT) in town, along with two guards.')).toEqual([
      ['killed', 3],
    ]);
    expect(tolls('Ann Roe was killed when she drove along with two guards.')).toEqual([
      ['killed', 1],
    ]);
    expect(tolls('Ann Roe was killed and Tom Lee fled, along with two guards.')).toEqual([
      ['killed', 1],
    ]);
    expect(tolls('Ann Roe was wounded with a knife.')).toEqual([['injured', 1]]);
  });

  it('are counted through a quotation mark and through what was done to them', () => {
    expect(tolls('Soldiers killed two "attackers" near the river.')).toEqual([['killed', 2]]);
    expect(tolls('Three wounded officers are in hospital.')).toContainEqual(['injured', 3]);
  });

  it('are many where a vague word counts them behind a name', () => {
    expect(tolls('Getty Images Scores of people were killed in the blast.')).toEqual([
      ['killed', 20],
    ]);
  });

  it('are one where a page prints its headline twice', () => {
    const twice = 'Man Shot In The Head News: Man Shot In The Head';
    expect(tolls(twice)).toEqual(tolls('Man Shot In The Head News'));
  });

  it('are not those who do it', () => {
    expect(tolls('He said that he killed for money.')).toEqual([]);
    expect(tolls('He was killed.')).toEqual([['killed', 1]]);
  });
});
