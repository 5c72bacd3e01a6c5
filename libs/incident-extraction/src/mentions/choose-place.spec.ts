import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const where = (title: string, ...paragraphs: string[]) => mentionsOf(title, paragraphs)[0]!.where;

describe('the place of an incident', () => {
  it('is the one its sentences name', () => {
    expect(where('Man shot dead', 'A man was shot dead in Springfield.')).toMatchObject({
      place: 'Springfield',
      geoPrecision: 1,
      wherePrecision: 1,
    });
  });

  it('is the dateline’s where they name none', () => {
    expect(where('Man shot dead', 'SHELBYVILLE, Ill. - A man was shot dead.')).toMatchObject({
      place: 'Shelbyville',
    });
  });

  it('is the town rather than the state', () => {
    expect(
      where('Man shot dead in Illinois', 'A man was shot dead in Springfield, Illinois.').place,
    ).toBe('Springfield');
  });

  it('is in the country that its own sentence names, wherever the report comes from', () => {
    expect(
      where('Man shot dead', 'PODUNK, Sept 1 - A man was shot dead in Freedonia.'),
    ).toMatchObject({ place: null, wherePrecision: 6 });
  });

  it('is its own where the text keeps two apart', () => {
    const mentions = mentionsOf('Bombs kill six', [
      'A bomb killed two men in Springfield.',
      'Another bomb killed four men in Shelbyville.',
    ]);
    expect(mentions.map((mention) => mention.where.place)).toEqual(
      expect.arrayContaining(['Springfield', 'Shelbyville']),
    );
  });

  it('is not known where the text names none', () => {
    expect(where('Man shot dead', 'A man was shot dead.')).toMatchObject({
      place: null,
      countryIso3: null,
      latitude: null,
      wherePrecision: null,
    });
  });
});
