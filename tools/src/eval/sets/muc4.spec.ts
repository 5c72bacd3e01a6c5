import { describe, expect, it } from '@jest/globals';
import type { Mention } from '@tocsin/contracts';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import { homeCountry, toMuc4, wireGeoparser } from './muc4.js';
import { textArticle } from './text-article.js';

const extractor = createIncidentExtractor();
const mentions = (text: string): Mention[] =>
  extractor.extract(textArticle({ id: 'x', title: '', text, publishedAt: '1990-01-05' }));

describe('answers for muc4', () => {
  it('are templates with victims, perpetrators and effects', () => {
    const [template] = toMuc4(
      'x',
      mentions('GUERRILLAS KILLED TWO PEASANTS WITH MACHETES ON 3 JANUARY.'),
    )['templates'] as Record<string, unknown>[];
    expect(template).toMatchObject({
      inc_type: 'ATTACK',
      inc_stage: 'ACCOMPLISHED',
      inc_date: { start: '1990-01-03', end: '1990-01-03' },
      perp_cat: 'TERRORIST ACT',
      perp_ind: ['GUERRILLAS'],
      hum_desc: ['TWO PEASANTS'],
      hum_num: [{ alts: ['2'], xref: ['TWO PEASANTS'] }],
      hum_effect: [{ alts: ['DEATH'], xref: ['TWO PEASANTS'] }],
      casualties: { killed: { n: 2 } },
    });
  });

  it('leave out fighting between armed sides and news of other parts of the world', () => {
    expect(toMuc4('x', mentions('TWO SOLDIERS WERE KILLED BY GUERRILLAS.'))).toEqual({
      id: 'x',
      templates: [],
    });
    const [abroad] = mentions('GUERRILLAS KILLED TWO PEASANTS.') as [Mention];
    const placed = { ...abroad, where: { ...abroad.where, countryIso3: 'FRA' } };
    expect(toMuc4('x', [placed])).toEqual({ id: 'x', templates: [] });
  });
});

describe('the wire’s countries', () => {
  const toponym = (words: string, kind: 'city' | 'country', countryIso3: string) => ({
    start: 0,
    end: words.length,
    words,
    kind: 'locative' as const,
    confidence: 1,
    place: {
      name: words,
      kind,
      admin1: null,
      admin2: null,
      countryIso3,
      latitude: null,
      longitude: null,
      geonameId: null,
      population: 1,
    },
  });
  const geoparser = {
    toponyms: () => [
      toponym('PERU', 'country', 'PER'),
      toponym('PERU', 'country', 'PER'),
      toponym('CHILE', 'country', 'CHL'),
      toponym('SPAIN', 'country', 'ESP'),
      toponym('GUADALAJARA', 'city', 'ESP'),
      toponym('LIMA', 'city', 'PER'),
    ],
  };

  it('give a report the one that it names most', () => {
    expect(homeCountry(geoparser, '')).toBe('PER');
    expect(homeCountry({ toponyms: () => [] }, '')).toBeNull();
  });

  it('are the only ones whose towns are read', () => {
    const words = wireGeoparser(geoparser)
      .toponyms('')
      .map((each) => each.words);
    expect(words).toEqual(['PERU', 'PERU', 'CHILE', 'SPAIN', 'LIMA']);
  });
});
