import { describe, expect, it } from '@jest/globals';
import type { Mention } from '@tocsin/contracts';
import { mentionsOf } from '../testing/mentions.js';

const plovers = (mentions: readonly Mention[]): (string | null)[] =>
  mentions.map(({ what }) => what.ploverType);

describe('an act of speech or diplomacy that a flash tells', () => {
  it.each([
    ['The minister demanded the withdrawal of all observers.', 'REQUEST'],
    ['The government rejected the offer.', 'REJECT'],
    ['The president accused the rebels of treason.', 'ACCUSE'],
    ['The rebels threatened to break the truce.', 'THREATEN'],
    ['The two presidents held talks in the capital.', 'CONSULT'],
    ['The government imposed sanctions on the bank.', 'SANCTION'],
    ['The minister praised the rescuers.', 'SUPPORT'],
    ['The government agreed to open the archive.', 'AGREE'],
    ['The Red Cross delivered food to the camps.', 'AID'],
    ['The army withdrew its troops from the border.', 'RETREAT'],
    ['The president lifted the curfew.', 'CONCEDE'],
    ['The two governments cooperated with the United Nations.', 'COOPERATE'],
    ['The government banned the newspaper.', 'COERCE'],
    ['The army mobilized reservists.', 'MOBILIZE'],
  ])('%j is a mention', (text, expected) => {
    expect(plovers(mentionsOf('', [text]))).toContain(expected);
  });
});

describe('an act of speech or diplomacy in an article', () => {
  const filler = Array.from({ length: 6 }, (_, i) => `The fair opened with music, day ${i + 1}.`);

  it('makes no incident of ordinary news', () => {
    expect(mentionsOf('Fair opens', ['The mayor praised the band.', ...filler])).toEqual([]);
  });

  it('is kept beside an incident where a political actor speaks', () => {
    const told = 'Rebels killed two farmers in Springfield.';
    const title = 'The government demanded a truce';
    expect(plovers(mentionsOf(title, [told, ...filler]))).toContain('REQUEST');
  });

  it('is comment where neither the title nor the first sentence tells it', () => {
    const told = ['Rebels killed two farmers in Springfield.', 'The government demanded a truce.'];
    expect(plovers(mentionsOf('Farmers killed', [...told, ...filler]))).not.toContain('REQUEST');
  });

  it('is not kept of others', () => {
    const told = ['Rebels killed two farmers in Springfield.', 'A shopper demanded a refund.'];
    expect(plovers(mentionsOf('Farmers killed', [...told, ...filler]))).not.toContain('REQUEST');
  });
});

describe('where and when an act of speech was', () => {
  const filler = Array.from({ length: 6 }, (_, i) => `The fair opened with music, day ${i + 1}.`);
  const speech = (title: string, ...body: string[]) =>
    mentionsOf(title, [...body, ...filler]).find(({ what }) => what.ploverType === 'ACCUSE');

  it('is with its verb, and in the country that speaks', () => {
    const told = speech(
      'Freedonia condemned on Wednesday the attack of last month',
      'Rebels killed two farmers in Springfield on Tuesday.',
    );
    expect(told?.when.start).toBe('2022-01-05');
    expect(told?.where).toMatchObject({ countryIso3: 'USA', place: null });
  });

  it('is not told where only what it is about has a day and a place', () => {
    const told = speech(
      'The government condemned the killing of two farmers in Springfield on Tuesday',
      'Rebels killed two farmers in Springfield on Tuesday.',
    );
    expect(told?.when.start).toBeNull();
    expect(told?.where.countryIso3).toBeNull();
  });
});

describe('where something was said by whose country no word tells', () => {
  const told = (lead: string) =>
    mentionsOf('Leader speaks', [
      lead,
      'Rebels killed two farmers in Shelbyville on Tuesday.',
    ]).find(({ what }) => what.ploverType === 'ACCUSE');

  it('is the town of the dateline', () => {
    const lead =
      'SPRINGFIELD (AP) -- The government condemned on Wednesday the killing of farmers.';
    expect(told(lead)?.where.place).toBe('Springfield');
  });

  it('is nowhere without one', () => {
    const lead = 'The government condemned on Wednesday the killing of farmers in Springfield.';
    expect(told(lead)?.where.place).toBeNull();
  });
});

describe('a day between an act of speech and what it is about', () => {
  it('is the act’s where it is the day of the news', () => {
    const [told] = mentionsOf('The government condemned the killing of two farmers on Thursday', [
      'Rebels killed two farmers in Springfield on Tuesday.',
    ]).filter(({ what }) => what.ploverType === 'ACCUSE');
    expect(told?.when.start).toBe('2022-01-06');
  });
});

describe('what is no act of politics beside an incident', () => {
  const filler = Array.from({ length: 6 }, (_, i) => `The fair opened with music, day ${i + 1}.`);

  it.each([
    'Police charged a man with theft',
    "The county sheriff's office is investigating the claim",
    'The blast was close to the consulate',
    'The minister was visiting the president when the blast was heard',
  ])('%j', (title) => {
    const told = mentionsOf(title, ['Rebels killed two farmers in Springfield.', ...filler]);
    expect(plovers(told)).toEqual(['ASSAULT']);
  });
});
