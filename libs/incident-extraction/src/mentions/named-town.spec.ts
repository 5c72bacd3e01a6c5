import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const SEEN = 'Freedonia said that an inquiry was under way.';
const where = (...paragraphs: string[]) =>
  mentionsOf('Two shot dead', [...paragraphs, SEEN])[0]!.where;

describe('a town that no gazetteer knows', () => {
  it.each([
    ['Two men were shot dead in the remote town of Beit al-Ras on Monday.', 'Beit al-Ras'],
    ['Two men were shot dead near Khaldiya village on Monday.', 'Khaldiya'],
    ['Two men were shot dead on Monday in Banki, a small town in the north.', 'Banki'],
    [
      'Two men were shot dead off the village of San Jose de Ocoa, police said.',
      'San Jose de Ocoa',
    ],
  ])('is told by its name: %s', (sentence, name) => {
    expect(where(sentence)).toMatchObject({ place: name, countryIso3: 'USA' });
    expect(where(sentence)).toMatchObject({ latitude: null, geonameId: null, geoPrecision: null });
  });

  it.each([
    'Two men from the town of Khaldiya were shot dead on Monday.',
    'Two men who were born in the village of Khaldiya were shot dead on Monday.',
    'Two men were shot dead on Monday in a town that Khaldiya ruled.',
  ])('is none that people come from, nor another word: %s', (sentence) => {
    expect(where(sentence).place).toBeNull();
  });

  it('is known from the sentence that calls it a town', () => {
    const told = mentionsOf('Two shot dead in Khaldiya', [
      'Two men were shot dead on Monday.',
      'They lived alone, said a man in the town of Khaldiya.',
      SEEN,
    ]);
    expect(told[0]!.where.place).toBe('Khaldiya');
  });

  it('is what was hit, in the division that is named behind it', () => {
    const raid = 'Gunmen attacked the village of Khaldiya on Monday and shot dead two men.';
    expect(where(raid).place).toBe('Khaldiya');
    const county = 'Two men were shot dead in Khaldiya county in Illinois on Monday.';
    expect(where(county)).toMatchObject({ place: 'Khaldiya', admin1: 'Illinois' });
    expect(where('The mayor of the village of Khaldiya was shot dead.').place).toBeNull();
  });

  it('is what is tagged as a name in a wire’s capitals', () => {
    const wire = (sentence: string) =>
      mentionsOf('', [sentence, SEEN.toUpperCase()])[0]!.where.place;
    expect(wire('TWO SOLDIERS WERE KILLED IN THE TOWN OF KHALDIYA ON MONDAY.')).toBe('Khaldiya');
    expect(wire('TWO SOLDIERS WERE KILLED IN THE KHALDIYA NEIGHBORHOOD ON MONDAY.')).toBeNull();
    expect(wire('TWO SOLDIERS WERE KILLED IN A TOWN ON MONDAY.')).toBeNull();
  });

  it('gives way to a town that is known', () => {
    const sentence = 'Two men were shot dead in Springfield, near the village of Khaldiya.';
    expect(where(sentence).place).toBe('Springfield');
  });
});

describe('a site by its own name', () => {
  const blast = 'Two men were hurt in an explosion at a beach party in Freedonia on Monday.';
  it('is told where the event’s sentence, or the one right behind it in the lead, is in it', () => {
    const crowd = 'A crowd had gathered at Long Sand Beach in Illinois on Monday night.';
    expect(where(blast, crowd)).toMatchObject({ place: 'Long Sand Beach', admin1: 'Illinois' });
    const own = 'Two men were hurt in an explosion at Cedar Point Park in Freedonia on Monday.';
    expect(where(own).place).toBe('Cedar Point Park');
  });

  it('is not where it is told of something else', () => {
    const later = ['The band played on.', 'Some had swum at Long Sand Beach in June.'];
    expect(where(blast, ...later).place).toBeNull();
    expect(where(blast, 'He lives at Long Sand Beach in Illinois.').place).toBeNull();
    const known = 'Two men were hurt in an explosion at Cedar Point Park in Springfield on Monday.';
    expect(where(known).place).toBe('Springfield');
  });
});
